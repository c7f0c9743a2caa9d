import { concat, stringToBytes } from "viem";
import { SealingError } from "../SealingError.ts";
import { uint64 } from "../integerBytes.ts";
import { keyedHash } from "../keyedHash.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { type RecordPlace, recordContext } from "../recordContext.ts";
import { sodium } from "../sodium.ts";
import { chunkSize, lengthSize, plaintextSize } from "./bodySize.ts";
import { inPieces } from "./inPieces.ts";
import { secretStream } from "./secretStream.ts";

export type SealStreamParameters = {
  content: AsyncIterable<Uint8Array>;
  length: number;
  dek: Uint8Array;
  place: RecordPlace;
  random?: RandomBytes;
};

/** The sealed body of a content, piece by piece. */
export async function* sealStream(parameters: SealStreamParameters): AsyncGenerator<Uint8Array, void> {
  const { content, length, dek, place, random = randomBytes } = parameters;
  const key = keyedHash(dek, "ownchart/body", recordContext(place));
  const header = random(24);
  yield concat([bodyHead, header]);
  const stream = secretStream(key, header);
  try {
    let left = plaintextSize(length);
    for await (const piece of inPieces(plaintextOf(content, length), { size: chunkSize, areBrief: true })) {
      left -= piece.length;
      yield stream.push(piece, left === 0);
    }
  } finally {
    stream.free();
    sodium.memzero(key);
  }
}

/** Length, content, zeros. */
async function* plaintextOf(content: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array, void> {
  yield uint64(length);
  let seen = 0;
  for await (const chunk of content) {
    seen += chunk.length;
    if (seen > length) throw new SealingError("ContentOfAnotherLength", "longer");
    yield chunk;
  }
  if (seen < length) throw new SealingError("ContentOfAnotherLength", "shorter");
  let zeros = plaintextSize(length) - lengthSize - length;
  for (; zeros > chunkSize; zeros -= chunkSize) yield new Uint8Array(chunkSize);
  yield new Uint8Array(zeros);
}

/** Format 1, chunks of 16 × 4 KiB. */
export const bodyHead = concat([stringToBytes("OCB1"), Uint8Array.of(1, 16, 0, 0)]);
