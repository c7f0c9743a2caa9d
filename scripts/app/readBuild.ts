import { glob, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { BuiltFile } from "./BuiltFile.ts";

export type Build = ReadonlyMap<string, BuiltFile>;

/** All files of a build by their paths, so that an address can name nothing else. */
export async function readBuild(folder: string): Promise<Build> {
  const files = new Map<string, BuiltFile>();
  const root = resolve(folder); // as files are found, wherever this runs
  for await (const entry of glob("**/*", { cwd: root, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath, entry.name);
    const path = place.slice(join(root, "/").length).replaceAll("\\", "/");
    files.set(path, new BuiltFile(path, await readFile(place)));
  }
  if (!files.has("index.html")) throw new BuildMissingError(folder);
  return files;
}

export class BuildMissingError extends Error {
  override readonly name = "BuildMissing";

  constructor(folder: string) {
    super(`There is no app in ${folder}: npm run build:app makes it.`);
  }
}
