import type { Address } from "viem";
import { openAead } from "#core/sealing/aead.ts";
import { commitmentTo } from "#core/sealing/commitmentTo.ts";
import { parseGrant } from "#core/sealing/grant/parseGrant.ts";
import { type GrantPlace, grantContext } from "#core/sealing/grantContext.ts";
import { identitySeed } from "#core/sealing/identitySeed.ts";
import { type KeyPair, keyPairOf } from "#core/sealing/keyPairOf.ts";
import { sameBytes } from "#core/sealing/sameBytes.ts";
import { unwrapKey } from "#core/sealing/unwrapKey.ts";
import type { Opened } from "./openCapsuleWith.ts";

export type OpenGrantWithParameters = {
  grant: Uint8Array;
  place: GrantPlace;
  /** Tried as the grant's key, and as root and seed of either end's identity. */
  values: readonly Uint8Array[];
};

export function openGrantWith({ grant, place, values }: OpenGrantWithParameters): Opened {
  const { suite, commitment, nonce, box, head, wrapped } = parseGrant(grant);
  const context = grantContext(place);
  for (const value of values) {
    if (sameBytes(commitmentTo(value, context), commitment)) return "the key of a grant";
    if (openAead({ key: value, nonce, box, associated: head }) !== undefined) return "the key of a grant's content";
    for (const end of ["grantee", "subject"] as const) {
      const pairs = pairsFrom(value, place.chainId, place[end]).filter((pair) => pair.suite === suite);
      if (pairs.some((pair) => unwraps(pair, wrapped[end], context))) return `the identity of the ${end}`;
    }
  }
  return undefined;
}

function pairsFrom(value: Uint8Array, chainId: number, address: Address): KeyPair[] {
  const seeds = [value, identitySeed({ root: value, chainId, address })];
  return seeds.flatMap((seed) => [keyPairOf(seed, 1), keyPairOf(seed, 2)]);
}

function unwraps(pair: KeyPair, wrapped: Uint8Array, context: Uint8Array): boolean {
  try {
    unwrapKey({ pair, wrapped, context });
    return true;
  } catch {
    return false;
  }
}
