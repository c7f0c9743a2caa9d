import type { Address } from "viem";
import { identitySeed } from "../identitySeed.ts";
import { type KeyPair, keyPairOf } from "../keyPairOf.ts";
import type { Roots } from "./roots.ts";

export type IdentityPairsParameters = { roots: Roots; chainId: number; address: Address };

/** Every identity somebody ever had, newest first: older ones still open what was sealed to them. */
export function identityPairs({ roots, chainId, address }: IdentityPairsParameters): KeyPair[] {
  return roots.toReversed().flatMap(({ root }) => {
    const seed = identitySeed({ root, chainId, address });
    return [keyPairOf(seed, 2), keyPairOf(seed, 1)];
  });
}
