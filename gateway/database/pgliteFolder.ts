import { fork } from "node:child_process";
import { once } from "node:events";
import { access, rename, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/**
 * Where PGlite keeps its files below a folder that is ours alone. The first time they are made by a process of its own:
 * making them takes 400 MiB, which this one would keep. They are there as a whole or not at all.
 */
export async function pgliteFolder(folder: string): Promise<string> {
  const place = `${folder}/pglite`;
  const isThere = await access(place).then(
    () => true,
    () => false,
  );
  if (isThere) return place;
  const unfinished = `${place}.new`;
  await rm(unfinished, { recursive: true, force: true });
  const program = fork(fileURLToPath(new URL("makePglite.ts", import.meta.url)), [unfinished]);
  const [code] = await once(program, "exit");
  if (code !== 0) throw new DatabaseNotMadeError(folder);
  await rename(unfinished, place);
  return place;
}

export class DatabaseNotMadeError extends Error {
  override readonly name = "DatabaseNotMade";

  constructor(folder: string) {
    super(`No database could be made in ${folder}.`);
  }
}
