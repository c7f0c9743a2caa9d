import { link, open, unlink } from "node:fs/promises";
import type { KeyFile } from "./KeyFile.ts";

/** For its owner's eyes alone, whole or not at all, and never over something that is there (`FileExists`). */
export async function writeKeyFile(path: string, file: KeyFile): Promise<void> {
  const draft = `${path}.${process.pid}.draft`;
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(file, null, 2)}\n`);
    await handle.sync();
    await link(draft, path);
  } finally {
    await handle.close();
    await unlink(draft);
  }
}
