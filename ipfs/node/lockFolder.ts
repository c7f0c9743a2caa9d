import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

/** Keeps every other process out of a folder until the answer is called, or this process is no more. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, "lock");
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const lock = await open(file, "wx");
      await lock.writeFile(String(process.pid));
      await lock.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = Number(await readFile(file, "utf8").catch(() => ""));
    if (isRunning(holder)) throw new FolderInUseError(folder);
    await rm(file, { force: true }); // whoever left it was killed
  }
  throw new FolderInUseError(folder);
}

export class FolderInUseError extends Error {
  override readonly name = "FolderInUse";

  constructor(folder: string) {
    super(`Another process uses ${folder}; end that one first.`);
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
