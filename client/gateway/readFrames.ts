import { concat } from "viem";
import { readUint32 } from "#core/sealing/integerBytes.ts";
import { ClientError } from "../ClientError.ts";

export type Frame = { /** What stands before the length. */ prefix: Uint8Array; payload: Uint8Array };

export type ReadFramesParameters = {
  chunks: AsyncIterable<Uint8Array>;
  prefixSize: number;
  /** The longest payload; a longer one is refused before any of it is kept. */
  mostBytes: number;
};

/**
 * Frames of `prefix ‖ u32 length ‖ payload`, ended by one of length 0. An end without that is a cut, bytes after it are a
 * mistake. Keeps one frame and one chunk at a time.
 */
export async function* readFrames(parameters: ReadFramesParameters): AsyncGenerator<Frame, void> {
  const { chunks, prefixSize, mostBytes } = parameters;
  const headSize = prefixSize + 4;
  let isEnded = false;
  let parts: Uint8Array[] = [];
  let size = 0;
  let wanted = headSize;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    if (isEnded) throw broken("bytes after the end");
    parts.push(chunk);
    size += chunk.length;
    if (size < wanted) continue;

    let bytes = concat(parts);
    for (;;) {
      wanted = headSize;
      if (bytes.length < headSize) break;
      const length = readUint32(bytes, prefixSize);
      if (length > mostBytes) throw broken("frame too long");
      if (length === 0) isEnded = true;
      wanted = headSize + length;
      if (isEnded || bytes.length < wanted) break;
      yield { prefix: bytes.slice(0, prefixSize), payload: bytes.slice(headSize, wanted) };
      bytes = bytes.subarray(wanted);
    }
    if (isEnded && bytes.length > headSize) throw broken("bytes after the end");
    parts = [bytes];
    size = bytes.length;
  }
  if (!isEnded) throw new ClientError("GatewayAnswerCut");
}

function broken(detail: string): ClientError {
  return new ClientError("GatewayAnswerBroken", { detail });
}
