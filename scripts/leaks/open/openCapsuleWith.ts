import type { Address, Hex } from "viem";
import { categories } from "#core/records/categories.ts";
import { openAead } from "#core/sealing/aead.ts";
import { parseCapsule } from "#core/sealing/capsule/parseCapsule.ts";
import type { ChartPlace } from "#core/sealing/chartContext.ts";
import { commitmentTo } from "#core/sealing/commitmentTo.ts";
import { epochSeed } from "#core/sealing/epochSeed.ts";
import { keyIdOf } from "#core/sealing/keyIdOf.ts";
import { keyPairOf } from "#core/sealing/keyPairOf.ts";
import { recordContext } from "#core/sealing/recordContext.ts";
import { sameBytes } from "#core/sealing/sameBytes.ts";
import { sodium } from "#core/sealing/sodium.ts";
import type { Suite } from "#core/sealing/suites.ts";

/** What fits, in a few words, where a value opens something. */
export type Opened = string | undefined;

export type OpenCapsuleWithParameters = {
  capsule: Uint8Array;
  /** Who may have published it. */
  authors: readonly Address[];
  chart: ChartPlace;
  recordRegistry: Address;
  values: readonly Uint8Array[];
};

/** Tries values as a record's own key: by the commitment, which any right one meets, and on the box itself. */
export function openCapsuleWith(parameters: OpenCapsuleWithParameters): Opened {
  const { authors, chart, recordRegistry, values } = parameters;
  const { commitment, nonce, box, head } = parseCapsule(parameters.capsule);
  const contexts = authors.map((author) => recordContext({ ...chart, recordRegistry, author }));
  for (const value of values) {
    if (contexts.some((context) => sameBytes(commitmentTo(value, context), commitment))) return "a key of a record";
    if (openAead({ key: value, nonce, box, associated: head }) !== undefined) return "a key of an entry";
  }
  return undefined;
}

export type KeyIdsFromParameters = {
  chart: ChartPlace;
  suite: Suite;
  /** Tried as the seed of a category's key, or as its secret key. */
  seeds: readonly Uint8Array[];
  /** Tried as the root of a vault, in every category and epoch, which is dear. */
  roots: readonly Uint8Array[];
  epochs: number;
};

/** The ids of all keys that follow from values. A capsule under one of them is open to everybody. */
export function* keyIdsFrom({ chart, suite, seeds, roots, epochs }: KeyIdsFromParameters): Generator<Hex> {
  const expand = suite === 1 ? sodium.crypto_box_seed_keypair : sodium.crypto_kem_xwing_seed_keypair;
  for (const seed of seeds) {
    yield keyIdOf(keyPairOf(seed, suite).publicKey);
    yield keyIdOf(expand(seed).publicKey);
  }
  for (const root of roots) {
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (const category of categories.keys()) {
        yield keyIdOf(keyPairOf(epochSeed({ root, chart, category, epoch }), suite).publicKey);
      }
    }
  }
}
