import { mkdirSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { tasks } from "hardhat";

const folder = new URL("../../cache/", import.meta.url);
const patience = 120_000;

let building: Promise<void> | undefined;

/** Brings the compiled contracts up to date. One process at a time: two would trip over the compiler's cache. */
export function buildContracts(): Promise<void> {
  building ??= buildAlone().finally(() => (building = undefined));
  return building;
}

async function buildAlone(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(new URL("build.lock", folder), { timeout: patience });
  try {
    lock.exec("begin exclusive");
    await tasks.getTask("build").run({ quiet: true, noTests: true });
  } finally {
    lock.close();
  }
}
