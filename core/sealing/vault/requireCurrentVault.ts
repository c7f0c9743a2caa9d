import { type Hex, sha256 } from "viem";
import { SealingError } from "../SealingError.ts";
import type { ChartPlace } from "../chartContext.ts";
import { identitySeed } from "../identitySeed.ts";
import { keyIdOf } from "../keyIdOf.ts";
import { keyPairOf } from "../keyPairOf.ts";
import { keysetOf } from "../keyset/keysetOf.ts";
import { type Suite, suites } from "../suites.ts";
import { type Roots, rootsByLikelihood } from "./roots.ts";

export type RequireCurrentVaultParameters = {
  roots: Roots;
  place: ChartPlace;
  /** As the chain says them; undefined while there is no chart, or no published key. */
  chart: { epoch: number; keysetHash: Hex } | undefined;
  publishedKey: { suite: Suite; publicKey: Uint8Array } | undefined;
};

/**
 * A gateway that serves yesterday's vault is noticed: none of its roots leads to the keys that are on chain today. (A root
 * that is newer than those may be waiting to come into force.)
 */
export function requireCurrentVault({ roots, place, chart, publishedKey }: RequireCurrentVaultParameters): void {
  const isCurrent = chart === undefined ? leadsToKey(roots, place, publishedKey) : leadsToChart(roots, place, chart);
  if (!isCurrent) throw new SealingError("StaleVault");
}

type Parameters = RequireCurrentVaultParameters;

function leadsToChart(roots: Roots, place: ChartPlace, { epoch, keysetHash }: NonNullable<Parameters["chart"]>) {
  const leads = (root: Uint8Array, suite: Suite) =>
    sha256(keysetOf({ root, chart: place, epoch, suite })) === keysetHash;
  return rootsByLikelihood(roots, epoch).some(({ root }) => allSuites.some((suite) => leads(root, suite)));
}

/** Before the first key is published there is nothing to compare with, and nothing to lose. */
function leadsToKey(roots: Roots, { chainId, subject }: ChartPlace, published: Parameters["publishedKey"]): boolean {
  if (published === undefined) return true;
  return roots.some(({ root }) => {
    const { publicKey } = keyPairOf(identitySeed({ root, chainId, address: subject }), published.suite);
    return keyIdOf(publicKey) === keyIdOf(published.publicKey);
  });
}

const allSuites = Object.keys(suites).map(Number).toReversed() as Suite[];
