import { readFile, rename, writeFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { emptyDatabase, emptyDatabaseCache } from "../../scripts/start/emptyDatabase.ts";

export { placeEmptyDatabase } from "../../scripts/start/emptyDatabase.ts";

const imageFile = `${emptyDatabaseCache}/image.tar`;

/** In the two forms in which tests take it, so that none of them has to make one. */
export async function makeEmptyDatabase(): Promise<void> {
  const place = await emptyDatabase();
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
