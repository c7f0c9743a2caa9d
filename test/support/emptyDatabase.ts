import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import type { Hex } from "viem";
import { pgliteFolder } from "#gateway/database/pgliteFolder.ts";

const cache = fileURLToPath(new URL("../../cache/empty-database", import.meta.url));
const imageFile = `${cache}/image.tar`;

/** Making an empty database takes seconds of a processor, copying one a tenth; so it is made once a machine. */
export async function makeEmptyDatabase(): Promise<void> {
  await mkdir(cache, { recursive: true });
  const place = await pgliteFolder(cache);
  if ((await readFile(imageFile).catch(() => undefined)) !== undefined) return;
  const pglite = await PGlite.create(place);
  const image = await pglite.dumpDataDir("none");
  await pglite.close();
  await writeFile(`${imageFile}.draft`, await image.bytes());
  await rename(`${imageFile}.draft`, imageFile);
}

let image: Promise<Blob> | undefined;

/** What one in memory begins with: 40 MB, read once. */
export async function emptyDatabaseImage(): Promise<Blob> {
  image ??= readFile(imageFile).then((bytes) => new Blob([bytes]));
  return image;
}

/** Puts one where a gateway of this chain keeps its own, unless there is one. */
export async function placeEmptyDatabase(dataFolder: string, genesis: Hex): Promise<void> {
  const place = `${dataFolder}/${genesis.slice(2, 18)}/pglite`;
  if (existsSync(place)) return;
  await cp(await pgliteFolder(cache), place, { recursive: true });
}
