import { concat, stringToBytes } from "viem";
import { SealingError } from "../SealingError.ts";
import { uint64 } from "../integerBytes.ts";
import { keyedHash } from "../keyedHash.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { type RecordPlace, recordContext } from "../recordContext.ts";
import { sodium } from "../sodium.ts";
import { bodySize, chunkSize, plaintextSize } from "./bodySize.ts";
import { chunksOf } from "./chunksOf.ts";
import { cidHasher } from "./cidHasher.ts";
import { inPieces } from "./inPieces.ts";
import { secretStream } from "./secretStream.ts";
import { toStream } from "./toStream.ts";

export type SealBodyParameters = {
  content: ReadableStream<Uint8Array>;
  /** In bytes. It is sealed before the content, so it must be known before. */
  length: number;
  /** The record's own key, 32 bytes, used for nothing else. */
  dek: Uint8Array;
  place: RecordPlace;
  random?: RandomBytes;
};

export type SealedBody = {
  /** Flows as fast as it is read. */
  body: ReadableStream<Uint8Array>;
  size: number;
  /** Known with the last of the body. */
  cid: Promise<string>;
};

/** Seals a content as it flows by. Time grows with the content, memory does not. */
export function sealBody({ content, length, dek, place, random = randomBytes }: SealBodyParameters): SealedBody {
  const size = bodySize(length);
  const cid = Promise.withResolvers<string>();
  cid.promise.catch(() => {}); // whoever reads the body hears of it
  const key = keyedHash(dek, "ownchart/body", recordContext(place));
  const chunks = sealedChunks({ plaintext: plaintextOf(content, length), length, key, header: random(24) });
  return { body: toStream(withCid(chunks, size, cid)), size, cid: cid.promise };
}

async function* sealedChunks(parameters: {
  plaintext: AsyncIterable<Uint8Array>;
  length: number;
  key: Uint8Array;
  header: Uint8Array;
}): AsyncGenerator<Uint8Array, void> {
  const { plaintext, length, key, header } = parameters;
  yield concat([bodyHead, header]);
  const stream = secretStream(key, header);
  try {
    let left = plaintextSize(length);
    for await (const piece of inPieces(plaintext, { size: chunkSize })) {
      left -= piece.length;
      yield stream.push(piece, left === 0);
    }
  } finally {
    stream.free();
    sodium.memzero(key);
  }
}

/** Length, content, zeros. */
async function* plaintextOf(content: ReadableStream<Uint8Array>, length: number): AsyncGenerator<Uint8Array, void> {
  yield uint64(length);
  let seen = 0;
  for await (const chunk of chunksOf(content)) {
    seen += chunk.length;
    if (seen > length) throw new SealingError("ContentOfAnotherLength", "longer");
    yield chunk;
  }
  if (seen < length) throw new SealingError("ContentOfAnotherLength", "shorter");
  let zeros = plaintextSize(length) - 8 - length;
  for (; zeros > chunkSize; zeros -= chunkSize) yield new Uint8Array(chunkSize);
  yield new Uint8Array(zeros);
}

/** The CID is there before the last chunk is, so whoever has all of the body has its CID too. */
async function* withCid(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
  cid: PromiseWithResolvers<string>,
): AsyncGenerator<Uint8Array, void> {
  const hasher = cidHasher();
  let left = size;
  try {
    for await (const chunk of chunks) {
      await hasher.update(chunk);
      left -= chunk.length;
      if (left === 0) cid.resolve(await hasher.digest());
      yield chunk;
    }
  } finally {
    cid.reject(new DOMException("The body was not read to its end.", "AbortError"));
  }
}

/** Format 1, chunks of 16 × 4 KiB. */
export const bodyHead = concat([stringToBytes("OCB1"), Uint8Array.of(1, 16, 0, 0)]);
