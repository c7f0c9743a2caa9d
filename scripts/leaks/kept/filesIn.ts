import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";

export type KeptFile = { /** Within the folder. */ name: string; path: string; pieces(): AsyncIterable<Uint8Array> };

/** Every file in a folder and below, each to be read as it is. */
export async function* filesIn(folder: string): AsyncGenerator<KeptFile, void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    yield { name: relative(folder, path), path, pieces: () => createReadStream(path, { highWaterMark: 2 ** 18 }) };
  }
}
