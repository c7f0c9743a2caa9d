import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { chromiumFlags } from "./scripts/browser/chromiumFlags.ts";
import { findChromium } from "./scripts/browser/findChromium.ts";
import { sharedData } from "./scripts/browser/sharedData.ts";

const launchOptions = { args: chromiumFlags };

/** Machines are shared and slow at times; whoever fuzzes further has an hour. */
const testTimeout = process.env.OWNCHART_FUZZ_RUNS === undefined ? 60_000 : 3_600_000;

/** What is made ready before tests, a build of the app for one, takes its time there too. */
const hookTimeout = 60_000;

/** What comes later is waited for as long as a slow machine needs: one second, as Vitest has it, is too short there. */
const expectation = { poll: { timeout: 20_000 } };

const findsChromium = {
  name: "find-chromium",
  /** Not before its tests are sure to run: all others must work without a browser. */
  configureServer: async () => void Object.assign(launchOptions, await findChromium()),
};

/** Made anew for each project: Vitest writes the project's name into it. */
const inChromium = () => ({
  enabled: true,
  headless: true,
  ui: false,
  screenshotFailures: false,
  provider: playwright({ launchOptions }),
  instances: [{ browser: "chromium" as const }],
});

export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    provide: { fuzzing: { runs: process.env.OWNCHART_FUZZ_RUNS ?? "", seed: process.env.OWNCHART_FUZZ_SEED ?? "" } },
    projects: [
      {
        test: {
          name: "unit",
          globalSetup: "test/support/prepareServices.ts",
          isolate: false,
          testTimeout,
          expect: expectation,
          hookTimeout,
          include: ["{core,frontend,scripts,test/support}/**/*.test.ts"],
          exclude: ["frontend/keeper/**"],
          setupFiles: ["test/support/fuzzing.ts", "test/support/deriveOnce.ts"],
        },
      },
      {
        test: {
          name: "services",
          globalSetup: "test/support/prepareServices.ts",
          isolate: false,
          testTimeout,
          expect: expectation,
          hookTimeout,
          include: ["{client,gateway,ipfs,frontend/keeper}/**/*.test.ts"],
          setupFiles: ["test/support/fuzzing.ts", "test/support/deriveOnce.ts", "test/support/keepFetchGlobals.ts"],
        },
      },
      {
        plugins: [sharedData, findsChromium],
        test: {
          name: "browser",
          testTimeout,
          expect: expectation,
          hookTimeout,
          include: [
            "{core/{audit,consent,records,sealing,chart},client/gateway,ipfs/{client,dag},test/support}/**/*.test.ts",
          ],
          setupFiles: "test/support/fuzzing.ts",
          exclude: ["**/*.node.test.ts"],
          browser: inChromium(),
        },
      },
      {
        plugins: [react(), tailwindcss(), sharedData, findsChromium],
        test: {
          name: "screens",
          testTimeout,
          expect: expectation,
          hookTimeout,
          include: ["frontend/**/*.test.tsx"],
          setupFiles: "test/support/fuzzing.ts",
          browser: inChromium(),
        },
      },
      {
        test: {
          name: "pages",
          globalSetup: "test/browser/support/startWorld.ts",
          setupFiles: "test/browser/support/untilWorldIsReady.ts",
          include: ["test/browser/**/*.test.ts"],
          exclude: ["test/browser/lighthouse.test.ts"],
          testTimeout: 60_000,
          expect: expectation,
          hookTimeout,
        },
      },
      {
        test: {
          name: "lighthouse",
          include: ["test/browser/lighthouse.test.ts"],
          testTimeout: 60_000,
          expect: expectation,
          hookTimeout,
        },
      },
      {
        test: {
          name: "system",
          globalSetup: "test/support/prepareServices.ts",
          include: ["test/system/**/*.test.ts"],
          testTimeout: 60_000,
          expect: expectation,
          hookTimeout,
        },
      },
    ],
  },
});
