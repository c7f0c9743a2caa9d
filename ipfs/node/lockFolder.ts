import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** A lock must not go with the garbage, should whoever took it forget the answer. */
const held = new Set<DatabaseSync>();

/**
 * Keeps everybody else out of a folder until the answer is called, or this process is no more. The operating system
 * holds the lock, on a file that SQLite knows how to lock everywhere: what a killed process leaves behind locks nothing.
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, "lock.sqlite"), { timeout: 0 });
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    throw (error as { errcode?: number }).errcode === sqliteBusy ? new FolderInUseError(folder) : error;
  }
  held.add(lock);
  return () => {
    if (held.delete(lock)) lock.close();
  };
}

const sqliteBusy = 5;

export class FolderInUseError extends Error {
  override readonly name = "FolderInUse";

  constructor(folder: string) {
    super(`Another process uses ${folder}; end that one first.`);
  }
}
