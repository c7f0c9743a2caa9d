import { createHash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

export type Hashes = {
  /** In the order of their paths. */
  files: { path: string; hash: string }[];
  /** Over all of the above: two builds are the same when these are. */
  all: string;
};

/** SHA-256 of every file in a folder, and one over all, as `sha256sum` would tell them. */
export async function hashesOf(folder: string): Promise<Hashes> {
  const paths: string[] = [];
  for await (const entry of glob("**/*", { cwd: folder, withFileTypes: true })) {
    if (entry.isFile()) paths.push(join(entry.parentPath, entry.name).slice(join(folder, "/").length));
  }
  const files = await Promise.all(
    paths.toSorted().map(async (path) => ({ path, hash: sha256(await readFile(join(folder, path))) })),
  );
  return { files, all: sha256(files.map(({ path, hash }) => `${hash}  ${path}\n`).join("")) };
}

function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
