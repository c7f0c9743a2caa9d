import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Hex } from "viem";

/** Says whose chain what lies beside it belongs to, and so whether it is worth anything. */
const marker = "local-chain";

/**
 * The folder of a local chain that begins. Those of earlier ones, which ended with their processes, are cleared away;
 * nothing else in the data folder is touched.
 */
export async function localWorld(dataFolder: string, genesis: Hex): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  for (const name of await readdir(dataFolder)) {
    const owner = await readFile(join(dataFolder, name, marker), "utf8").catch(() => undefined);
    if (owner !== undefined && !isRunning(Number(owner)))
      await rm(join(dataFolder, name), { recursive: true, force: true });
  }
  const folder = join(dataFolder, genesis.slice(2, 18));
  await mkdir(folder);
  await writeFile(join(folder, marker), String(process.pid));
  return folder;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
