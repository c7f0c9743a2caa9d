import { SealingError } from "../SealingError.ts";
import type { RecordPlace } from "../recordContext.ts";
import { chunkOverhead, chunkSize, headSize } from "./bodySize.ts";
import { chunksOf } from "./chunksOf.ts";
import { type CidHasher, cidHasher, leafSize } from "./cidHasher.ts";
import { inPieces } from "./inPieces.ts";
import { openStream } from "./openStream.ts";
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
export function openBody({ body, ...parameters }: OpenBodyParameters): ReadableStream<Uint8Array> {
  const source = body.getReader();
  return toStream(openedContent(chunksOf(source), parameters), (reason) => source.cancel(reason));
}

/** Bytes that are not this record at all are said to be that, rather than damaged, so all of them are looked at. */
async function* openedContent(
  body: AsyncIterable<Uint8Array>,
  { cid, dek, place }: Omit<OpenBodyParameters, "body">,
): AsyncGenerator<Uint8Array, void> {
  const hasher = cidHasher();
  // In the very pieces that are opened, which then need not be joined again, and few of them even if they come byte by byte.
  const pieces = inPieces(body, { size: chunkSize + chunkOverhead, firstSize: headSize });
  const sealed = hashedAhead(pieces, hasher);
  let damage: SealingError | undefined;
  try {
    yield* openStream({ body: leftOpen(sealed), dek, place });
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
    damage = error;
    await drain(sealed);
  }
  if ((await hasher.digest()) !== cid) throw new SealingError("BodyNotItsCid");
  if (damage !== undefined) throw damage;
}

/** Hashing runs beside us, so it is given what comes early: a leaf of the tree ahead of what is being opened. */
async function* hashedAhead(pieces: AsyncIterable<Uint8Array>, hasher: CidHasher): AsyncGenerator<Uint8Array, void> {
  const waiting: Uint8Array[] = [];
  for await (const piece of pieces) {
    await hasher.update(piece);
    waiting.push(piece);
    if (waiting.length > piecesAhead) yield waiting.shift()!;
  }
  void hasher.digest();
  yield* waiting;
}

const piecesAhead = leafSize / chunkSize;

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
