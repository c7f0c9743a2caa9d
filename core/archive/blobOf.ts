import { chunksOf } from "../sealing/body/chunksOf.ts";

/** A stream to its end, held where browsers keep what is large: at most so much of it lies in memory. */
export async function blobOf(stream: ReadableStream<Uint8Array>, signal?: AbortSignal): Promise<Blob> {
  const blobs: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of chunksOf(stream.getReader())) {
    signal?.throwIfAborted();
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
    size += chunk.length;
    if (size < mostInMemory) continue;
    blobs.push(new Blob(chunks));
    [chunks, size] = [[], 0];
  }
  return new Blob([...blobs, ...chunks]);
}

const mostInMemory = 2 ** 24;
