import { SealingError } from "../SealingError.ts";
import type { RecordPlace } from "../recordContext.ts";
import { chunksOf } from "./chunksOf.ts";
import { type CidHasher, cidHasher, leafSize } from "./cidHasher.ts";
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
export function openBody(parameters: OpenBodyParameters): ReadableStream<Uint8Array> {
  return toStream(openedContent(parameters));
}

/** Bytes that are not this record at all are said to be that, rather than damaged, so all of them are looked at. */
async function* openedContent({ body, cid, dek, place }: OpenBodyParameters): AsyncGenerator<Uint8Array, void> {
  const hasher = cidHasher();
  const sealed = hashedAhead(chunksOf(body), hasher);
  let damage: unknown;
  try {
    try {
      yield* openStream({ body: leftOpen(sealed), dek, place });
    } catch (error) {
      damage = error;
      await drain(sealed);
    }
    // Where the source itself failed, there is nothing to compare.
    const isWhole = damage === undefined || damage instanceof SealingError;
    if (isWhole && (await hasher.digest()) !== cid) throw new SealingError("BodyNotItsCid");
    if (damage !== undefined) throw damage;
  } finally {
    await sealed.return();
  }
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
  void hasher.digest();
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
