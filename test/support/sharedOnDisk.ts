import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../shared/", import.meta.url));

export async function readSharedOnDisk(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const buffer = await unlessAbsent(readFile(placeOf(path)));
  return buffer && new Uint8Array(buffer);
}

export async function listSharedOnDisk(folder: string): Promise<string[]> {
  return ((await unlessAbsent(readdir(placeOf(folder)))) ?? []).toSorted();
}

function placeOf(path: string): string {
  const place = join(root, path);
  if (!place.startsWith(root)) throw new Error(`${path} is not in the shared folder.`);
  return place;
}

async function unlessAbsent<Found>(found: Promise<Found>): Promise<Found | undefined> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
