import { SealingError } from "../SealingError.ts";
import { readUint64 } from "../integerBytes.ts";
import { keyedHash } from "../keyedHash.ts";
import { type RecordPlace, recordContext } from "../recordContext.ts";
import { sameBytes } from "../sameBytes.ts";
import { sodium } from "../sodium.ts";
import { chunkOverhead, chunkSize, headSize, lengthSize, plaintextSize } from "./bodySize.ts";
import { inPieces } from "./inPieces.ts";
import { bodyHead } from "./sealStream.ts";
import { secretStream, tagFinal, tagMessage } from "./secretStream.ts";

export type OpenStreamParameters = {
  /** Whose bytes are known to be those of the CID. */
  body: AsyncIterable<Uint8Array>;
  dek: Uint8Array;
  place: RecordPlace;
};

/** The content of a sealed body, piece by piece. It counts for nothing before the end was reached without an error. */
export async function* openStream({ body, dek, place }: OpenStreamParameters): AsyncGenerator<Uint8Array, void> {
  const key = keyedHash(dek, "ownchart/body", recordContext(place));
  let seen = 0;
  let [end, size] = [0, 0];
  for await (const chunk of plaintextOf(body, key)) {
    if (seen === 0) {
      end = lengthSize + lengthIn(chunk);
      size = plaintextSize(end - lengthSize);
    }
    const [from, to] = [seen === 0 ? lengthSize : 0, Math.max(0, end - seen)];
    const [content, padding] = [chunk.subarray(from, to), chunk.subarray(to)];
    if (!sodium.is_zero(padding)) throw damaged("padding is not zero");
    seen += chunk.length;
    if (seen > size) throw damaged("more padding than there must be");
    if (content.length > 0) yield content;
  }
  if (seen !== size) throw damaged("less padding than there must be");
}

/** Length, content and padding, of a stream that is whole. */
async function* plaintextOf(body: AsyncIterable<Uint8Array>, key: Uint8Array): AsyncGenerator<Uint8Array, void> {
  const pieces = inPieces(body, { size: chunkSize + chunkOverhead, firstSize: headSize, areBrief: true });
  const { value: head } = await pieces.next();
  if (head?.length !== headSize) throw damaged("it ends within its head");
  if (!sameBytes(head.subarray(0, bodyHead.length), bodyHead)) throw damaged("head");
  const stream = secretStream(key, head.subarray(bodyHead.length));
  let isFinal = false;
  try {
    for await (const piece of pieces) {
      if (isFinal) throw damaged("something follows the final chunk");
      const { message, tag } = stream.pull(piece) ?? notTheNext();
      isFinal = tag === tagFinal;
      if (!isFinal && tag !== tagMessage) throw damaged("tag of a chunk");
      if (isFinal ? message.length === 0 : message.length !== chunkSize) throw damaged("size of a chunk");
      yield message;
    }
  } finally {
    stream.free();
    sodium.memzero(key);
  }
  if (!isFinal) throw damaged("it ends before the final chunk");
}

function lengthIn(firstChunk: Uint8Array): number {
  const length = firstChunk.length < lengthSize ? undefined : readUint64(firstChunk, 0);
  if (length === undefined || length > 2 ** 52) throw damaged("length");
  return length;
}

function notTheNext(): never {
  throw damaged("a chunk does not open");
}

function damaged(detail: string): SealingError {
  return new SealingError("BodyDamaged", detail);
}
