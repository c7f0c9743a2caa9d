import type { Hex } from "viem";
import { keyIdOf } from "./keyIdOf.ts";
import { type KeyPair, keyPairOf } from "./keyPairOf.ts";
import type { Suite } from "./suites.ts";

/** What one category in one epoch is opened with. */
export type EpochKey = KeyPair & { category: number; epoch: number };

/** The keys somebody holds, found by their id however many there are. */
export type Keyring = Pick<ReadonlyMap<Hex, EpochKey>, "get">;

export type EpochSeed = { category: number; epoch: number; suite: Suite; seed: Uint8Array };

export function keyringOf(seeds: Iterable<EpochSeed>): ReadonlyMap<Hex, EpochKey> {
  const keyring = new Map<Hex, EpochKey>();
  for (const { category, epoch, suite, seed } of seeds) {
    const pair = keyPairOf(seed, suite);
    keyring.set(keyIdOf(pair.publicKey), { ...pair, category, epoch });
  }
  return keyring;
}
