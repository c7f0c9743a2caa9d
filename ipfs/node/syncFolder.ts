import { open } from "node:fs/promises";

/** Returns when what was created, renamed or removed in a folder outlives a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
