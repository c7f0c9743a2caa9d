/** One `npm start` for all tests of screens. It starts while others run; `untilWorldIsReady.ts` waits for it. */
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type BrowserWorld, beginApp } from "./startApp.ts";

declare module "vitest" {
  interface ProvidedContext {
    world: BrowserWorld;
    /** A file that is there once the world is ready, or cannot be; then it says why. */
    worldState: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { world, ready, end } = await beginApp();
  const folder = await mkdtemp(join(tmpdir(), "ownchart-world-"));
  const state = join(folder, "state");
  const tell = async (words: string) => {
    await writeFile(`${state}.new`, words);
    await rename(`${state}.new`, state);
  };
  const told = ready.then(
    () => tell(""),
    (error: unknown) => tell((error as Error).message),
  );
  project.provide("world", world);
  project.provide("worldState", state);
  return async () => {
    await end();
    await told;
    await rm(folder, { recursive: true, force: true });
  };
}
