/** One `npm start` for all tests of screens. */
import type { TestProject } from "vitest/node";
import { type BrowserWorld, startApp } from "./startApp.ts";

declare module "vitest" {
  interface ProvidedContext {
    world: BrowserWorld;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { world, end } = await startApp();
  project.provide("world", world);
  return end;
}
