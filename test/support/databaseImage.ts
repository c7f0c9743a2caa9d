import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";

const folder = new URL("../../cache/", import.meta.url);
const file = new URL("pglite-image.tar", folder);

/** An empty database. Making one takes seconds of a processor, reading it a tenth; so it is made once a machine. */
export async function databaseImage(): Promise<Blob> {
  const known = await readFile(file).catch(() => undefined);
  if (known !== undefined) return new Blob([known]);
  const pglite = await PGlite.create("memory://");
  const image = await pglite.dumpDataDir("none");
  await pglite.close();
  await mkdir(folder, { recursive: true });
  const draft = new URL(`${file.href}.${process.pid}.draft`);
  await writeFile(draft, await image.bytes());
  await rename(draft, file);
  return image;
}
