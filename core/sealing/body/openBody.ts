import { SealingError } from "../SealingError.ts";
import { readUint64 } from "../integerBytes.ts";
import { keyedHash } from "../keyedHash.ts";
import { type RecordPlace, recordContext } from "../recordContext.ts";
import { sameBytes } from "../sameBytes.ts";
import { sodium } from "../sodium.ts";
import { chunkOverhead, chunkSize, headSize, lengthSize, plaintextSize } from "./bodySize.ts";
import { chunksOf } from "./chunksOf.ts";
import { type CidHasher, cidHasher, leafSize } from "./cidHasher.ts";
import { inPieces } from "./inPieces.ts";
import { bodyHead } from "./sealBody.ts";
import { secretStream, tagFinal, tagMessage } from "./secretStream.ts";
import { toStream } from "./toStream.ts";

export type OpenBodyParameters = {
  body: ReadableStream<Uint8Array>;
  /** As the capsule's entry says it. */
  cid: string;
  dek: Uint8Array;
  place: RecordPlace;
};

/**
 * Opens a body as it flows by. Until the stream has ended well, its content may only go where it can still be thrown away,
 * and nobody may be shown any of it: a body that is cut short, for instance, is recognised at its end.
 */
export function openBody(parameters: OpenBodyParameters): ReadableStream<Uint8Array> {
  return toStream(openedContent(parameters));
}

/** Bytes that are not this record at all are said to be that, rather than damaged, so all of them are looked at. */
async function* openedContent({ body, cid, dek, place }: OpenBodyParameters): AsyncGenerator<Uint8Array, void> {
  const hasher = cidHasher();
  const sealed = hashedAhead(chunksOf(body), hasher);
  let damage: unknown;
  try {
    const key = keyedHash(dek, "ownchart/body", recordContext(place));
    try {
      yield* contentOf(openedChunks(leftOpen(sealed), key));
    } catch (error) {
      damage = error;
      await drain(sealed);
    }
    if (damage instanceof SealingError || damage === undefined) {
      if ((await hasher.digest()) !== cid) throw new SealingError("BodyNotItsCid");
    }
    if (damage !== undefined) throw damage;
  } finally {
    await sealed.return();
  }
}

async function* openedChunks(sealed: AsyncIterable<Uint8Array>, key: Uint8Array): AsyncGenerator<Uint8Array, void> {
  const pieces = inPieces(sealed, { size: chunkSize + chunkOverhead, firstSize: headSize });
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

/** The plaintext without length and padding, which must be exactly what they have to be. */
async function* contentOf(plaintext: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let seen = 0;
  let [end, size] = [0, 0];
  for await (const chunk of plaintext) {
    if (seen === 0) {
      const length = chunk.length < lengthSize ? undefined : readUint64(chunk, 0);
      if (length === undefined || length > 2 ** 52) throw damaged("length");
      end = lengthSize + length;
      size = plaintextSize(length);
    }
    const content = chunk.subarray(seen === 0 ? lengthSize : 0, Math.max(0, end - seen));
    const padding = chunk.subarray(Math.max(0, end - seen));
    if (!sodium.is_zero(padding)) throw damaged("padding is not zero");
    seen += chunk.length;
    if (seen > size) throw damaged("more padding than there must be");
    if (content.length > 0) yield content;
  }
  if (seen !== size) throw damaged("less padding than there must be");
}

/** Hashing runs beside us, so it is given what comes early: a leaf of the tree ahead of what is being opened. */
async function* hashedAhead(chunks: AsyncIterable<Uint8Array>, hasher: CidHasher): AsyncGenerator<Uint8Array, void> {
  const waiting: Uint8Array[] = [];
  let ahead = 0;
  for await (const chunk of chunks) {
    await hasher.update(chunk);
    waiting.push(chunk);
    ahead += chunk.length;
    while (ahead > leafSize + waiting[0]!.length) {
      ahead -= waiting[0]!.length;
      yield waiting.shift()!;
    }
  }
  yield* waiting;
}

/** The same iterator for somebody who must not end it. */
function leftOpen(chunks: AsyncGenerator<Uint8Array, void>): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) };
}

/** A source that never ends shall not keep us. */
async function drain(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  let left = 2 ** 26;
  for await (const chunk of chunks) {
    left -= chunk.length;
    if (left < 0) return;
  }
}

function notTheNext(): never {
  throw damaged("a chunk does not open");
}

function damaged(detail: string): SealingError {
  return new SealingError("BodyDamaged", detail);
}
