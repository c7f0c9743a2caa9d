import { concat } from "viem";
import { chunksOf } from "./chunksOf.ts";

/** All bytes of a web stream at once, for what is known to be small. */
export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return concat(await Array.fromAsync(chunksOf(stream.getReader())));
}
