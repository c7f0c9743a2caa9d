import { afterAll, beforeAll, expect, it } from "vitest";
import { type ServedApp, serveApp } from "../../scripts/app/serveApp.ts";
import { auditPage } from "../../scripts/lighthouse/auditPage.ts";
import { freePort } from "../system/support/freePort.ts";
import { builtApp } from "./support/builtApp.ts";

let served: ServedApp;

beforeAll(async () => {
  const build = await builtApp();
  served = await serveApp({ port: await freePort(), build, configuration: {}, connectOrigins: [] });
});

afterAll(() => served?.end());

const enough = 0.95;

/** A machine that others use too stalls now and then, but hardly twice in a row. */
it.each(["/", "/app/"])("Lighthouse finds %s fast and well made", { retry: 1 }, async (path) => {
  const { scores, faults } = await auditPage(served.url + path);
  expect(scores.performance, faults.join("; ")).toBeGreaterThanOrEqual(enough);
  expect(scores["best-practices"], faults.join("; ")).toBeGreaterThanOrEqual(enough);
});
