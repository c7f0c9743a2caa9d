import type { RandomBytes } from "../randomBytes.ts";
import type { RecordPlace } from "../recordContext.ts";
import { bodySize } from "./bodySize.ts";
import { chunksOf } from "./chunksOf.ts";
import { cidHasher } from "./cidHasher.ts";
import { sealStream } from "./sealStream.ts";
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
export function sealBody({ content, ...parameters }: SealBodyParameters): SealedBody {
  const size = bodySize(parameters.length);
  const cid = Promise.withResolvers<string>();
  cid.promise.catch(() => {}); // whoever reads the body hears of it
  const source = content.getReader();
  const chunks = sealStream({ content: chunksOf(source), ...parameters });
  const cancelSource = (reason: unknown) => {
    cid.reject(unread());
    return source.cancel(reason);
  };
  return { body: toStream(withCid(chunks, size, cid), cancelSource), size, cid: cid.promise };
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
    cid.reject(unread());
  }
}

function unread(): DOMException {
  return new DOMException("The body was not read to its end.", "AbortError");
}
