import { existsSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import type { Hex } from "viem";
import { pgliteFolder } from "#gateway/database/pgliteFolder.ts";

export const emptyDatabaseCache = fileURLToPath(new URL("../../cache/empty-database", import.meta.url));

const patience = 120_000;

/** Making an empty database takes seconds of a processor, copying one a tenth; so it is made once a machine. */
export async function emptyDatabase(): Promise<string> {
  await mkdir(emptyDatabaseCache, { recursive: true });
  const lock = new DatabaseSync(`${emptyDatabaseCache}/making.lock`, { timeout: patience });
  try {
    lock.exec("begin exclusive");
    return await pgliteFolder(emptyDatabaseCache);
  } finally {
    lock.close();
  }
}

/** Puts one where a gateway of this chain keeps its own, unless there is one. */
export async function placeEmptyDatabase(dataFolder: string, genesis: Hex): Promise<void> {
  const place = `${dataFolder}/${genesis.slice(2, 18)}/pglite`;
  if (existsSync(place)) return;
  await cp(await emptyDatabase(), place, { recursive: true });
}
