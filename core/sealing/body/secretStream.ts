// oxlint-disable no-underscore-dangle -- so the library names what lies below its wrapper
import { sodium } from "../sodium.ts";
import { chunkOverhead, chunkSize } from "./bodySize.ts";

export type SecretStream = {
  push(chunk: Uint8Array, isFinal: boolean): Uint8Array;
  /** Undefined where the chunk is not the next one of this stream. */
  pull(chunk: Uint8Array): { message: Uint8Array; tag: number } | undefined;
  /** Wipes what the library keeps of keys and content. */
  free(): void;
};

/**
 * libsodium's stream of chunks of at most 64 KiB, for one direction. It works in memory that is taken once: the wrapper
 * takes and clears it anew for every chunk, and never frees its state, which holds keys.
 */
export function secretStream(key: Uint8Array, header: Uint8Array): SecretStream {
  const wasm = (sodium as unknown as { libsodium: Wasm }).libsodium;
  const {
    _malloc: take,
    _free: giveBack,
    _crypto_secretstream_xchacha20poly1305_push: pushChunk,
    _crypto_secretstream_xchacha20poly1305_pull: pullChunk,
  } = wasm;
  // A state to push with is the same as one to pull with, and this way the header is ours to draw.
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key) as unknown as number;
  const [plain, sealed, tagAt] = [take(chunkSize), take(chunkSize + chunkOverhead), take(1)];

  /** Fresh memory, since whoever gets a chunk may keep it. */
  function copied(address: number, size: number): Uint8Array {
    litter[0] = page.slice();
    return wasm.HEAPU8.slice(address, address + size);
  }

  return {
    push(chunk, isFinal) {
      const tag = isFinal ? tagFinal : tagMessage;
      wasm.HEAPU8.set(chunk, plain);
      pushChunk(state, sealed, 0, plain, chunk.length, 0, 0, 0, 0, tag);
      return copied(sealed, chunk.length + chunkOverhead);
    },
    pull(chunk) {
      const size = chunk.length - chunkOverhead;
      if (size > chunkSize) return undefined;
      wasm.HEAPU8.set(chunk, sealed);
      const result = pullChunk(state, plain, 0, tagAt, sealed, chunk.length, 0, 0, 0, 0);
      if (result !== 0) return undefined;
      return { message: copied(plain, size), tag: wasm.HEAPU8[tagAt]! };
    },
    free() {
      wasm.HEAPU8.fill(0, state, state + stateSize);
      wasm.HEAPU8.fill(0, plain, plain + chunkSize);
      for (const address of [state, plain, sealed, tagAt]) giveBack(address);
    },
  };
}

/** What lies below the wrapper. Lengths have 64 bits there, given as two halves; the zeros are no associated data. */
type Wasm = {
  HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(address: number): void;
  _crypto_secretstream_xchacha20poly1305_push(...values: number[]): number;
  _crypto_secretstream_xchacha20poly1305_pull(...values: number[]): number;
};

/**
 * V8 sweeps chunks that nobody needs any more when its own heap fills up, outside of which they lie: by themselves they pile
 * up to some 70 MiB. A little litter inside makes it look every few MiB.
 */
const litter: unknown[] = [];
const page = Array.from({ length: 4096 }, () => 0);

export const tagMessage = 0;
export const tagFinal = 3;
/** Key, nonce, padding. */
const stateSize = 52;
