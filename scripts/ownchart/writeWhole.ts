import { link, open, unlink } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileError } from "./readSmallFile.ts";

export type WriteWholeParameters = { path: string; content: ReadableStream<Uint8Array>; signal: AbortSignal };

/** Under its name stands only what came whole and was found right. Answers with how many bytes it was. */
export async function writeWhole({ path, content, signal }: WriteWholeParameters): Promise<number> {
  const draft = `${path}.${process.pid}.draft`;
  try {
    const handle = await open(draft, "wx", 0o600);
    try {
      const target = handle.createWriteStream();
      await pipeline(Readable.fromWeb(content as never), target, { signal });
      await link(draft, path);
      return target.bytesWritten;
    } finally {
      await unlink(draft);
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : fileError(path, error);
  }
}
