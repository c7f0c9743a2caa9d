import { concat } from "viem";
import { chunkSize, plaintextSize } from "#core/sealing/body/bodySize.ts";
import { bodyHead } from "#core/sealing/body/sealStream.ts";
import { uint64 } from "#core/sealing/integerBytes.ts";
import { keyedHash } from "#core/sealing/keyedHash.ts";
import { recordContext } from "#core/sealing/recordContext.ts";
import { sodium } from "#core/sealing/sodium.ts";
import { type SealedRecord, contentOf } from "../recordVectors.ts";
import { scene } from "../scene.ts";

export type Chunk = { plaintext: Uint8Array; tag: number; associated?: Uint8Array };

export type BodyByHand = {
  /** Whose key and stream header are taken, so that as many bytes as can be are that record's. */
  like: Pick<SealedRecord, "dek" | "streamHeader">;
  chunks: readonly Chunk[];
  label?: string;
};

/** A body of any chunks at all. */
export function bodyByHand({ like, chunks, label = "ownchart/body" }: BodyByHand): Uint8Array {
  const key = keyedHash(like.dek, label, recordContext(scene));
  // A state to push with is the same as one to pull with, and this way the header is ours to choose.
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(like.streamHeader, key);
  const sealed = chunks.map(({ plaintext, tag, associated = null }) =>
    sodium.crypto_secretstream_xchacha20poly1305_push(state, plaintext, associated, tag),
  );
  return concat([bodyHead, like.streamHeader, ...sealed]);
}

export const tags = { message: 0, push: 1, rekey: 2, final: 3 };

/** Cut as a body's plaintext must be, or into pieces of another size. */
export function cutIntoChunks(plaintext: Uint8Array, size = chunkSize): Chunk[] {
  const count = Math.ceil(plaintext.length / size);
  return Array.from({ length: count }, (_, i) => ({
    plaintext: plaintext.subarray(i * size, (i + 1) * size),
    tag: i === count - 1 ? tags.final : tags.message,
  }));
}

/** Length, content, zeros; the length and the size of all of it can be said to be others. */
export function plaintextOf(contentLength: number, { size = plaintextSize(contentLength) } = {}): Uint8Array {
  const plaintext = new Uint8Array(size);
  plaintext.set(uint64(contentLength));
  plaintext.set(contentOf(contentLength), 8);
  return plaintext;
}
