import { type Hex, sha256 } from "viem";
import { categories } from "../records/categories.ts";
import { SealingError } from "../sealing/SealingError.ts";
import { epochSeed } from "../sealing/epochSeed.ts";
import type { EpochSeed } from "../sealing/keyring.ts";
import { keysetOf } from "../sealing/keyset/keysetOf.ts";
import { type Suite, defaultSuite, suites } from "../sealing/suites.ts";
import { newestRoot, rootsByLikelihood } from "../sealing/vault/roots.ts";
import type { ChainChart } from "./ChartServices.ts";
import type { Holder } from "./Holder.ts";
import { chartPlaceOf } from "./chartPlaceOf.ts";

/** What opens and writes one's own chart in one epoch. */
export type OwnKeys = { epoch: number; suite: Suite; root: Uint8Array; keyset: Uint8Array };

export type OwnKeysParameters = { holder: Holder; chart: ChainChart; epoch: number };

/**
 * One's own keys of an epoch, which lead to the keyset that is on chain. Whichever root does counts: one that was made and
 * never came into force, because something was interrupted, locks nobody out. Takes a millisecond.
 */
export function ownKeysOf({ holder, chart, epoch }: OwnKeysParameters): OwnKeys {
  const hash = chart.keysetHashes.get(epoch);
  for (const { root } of rootsByLikelihood(holder.roots, epoch)) {
    for (const suite of allSuites) {
      const keys = keysWith(holder, { epoch, suite, root });
      if (sha256(keys.keyset) === hash) return keys;
    }
  }
  throw new SealingError("StaleVault", `epoch ${epoch}`);
}

/** What would come into force next, and the hash that the chain is told. */
export function nextKeysOf({ holder, chart }: Omit<OwnKeysParameters, "epoch">): OwnKeys & { hash: Hex } {
  const { root } = newestRoot(holder.roots);
  const keys = keysWith(holder, { epoch: chart.epoch + 1, suite: defaultSuite, root });
  return { ...keys, hash: sha256(keys.keyset) };
}

/** In every category. */
export function ownSeeds(holder: Holder, { epoch, suite, root }: OwnKeys): EpochSeed[] {
  const chart = chartPlaceOf(holder.services, holder.address);
  return categories.map((_, category) => {
    return { category, epoch, suite, seed: epochSeed({ root, chart, category, epoch }) };
  });
}

function keysWith(holder: Holder, { epoch, suite, root }: Omit<OwnKeys, "keyset">): OwnKeys {
  const chart = chartPlaceOf(holder.services, holder.address);
  return { epoch, suite, root, keyset: keysetOf({ root, chart, epoch, suite }) };
}

const allSuites = Object.keys(suites).map(Number).toReversed() as Suite[];
