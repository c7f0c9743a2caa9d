import type { Hex } from "viem";
import { SealingError } from "../SealingError.ts";
import { openAead } from "../aead.ts";
import { commitmentTo } from "../commitmentTo.ts";
import { type GrantPlace, grantContext } from "../grantContext.ts";
import type { KeyPair } from "../keyPairOf.ts";
import { keyedHash } from "../keyedHash.ts";
import type { EpochSeed } from "../keyring.ts";
import type { Keyset } from "../keyset/openKeyset.ts";
import { parsePaddedJson } from "../parsePaddedJson.ts";
import { sameBytes } from "../sameBytes.ts";
import { type UnwrapKeyParameters, unwrapKey } from "../unwrapKey.ts";
import { grantFromJson } from "./grantJson.ts";
import type { GrantContent } from "./GrantContent.ts";
import { matchGrant } from "./matchGrant.ts";
import { parseGrant } from "./parseGrant.ts";

export type OpenGrantParameters = {
  grant: Uint8Array;
  place: GrantPlace;
  role: "grantee" | "subject";
  /** All identities the reader ever had, newest first: see `identityPairs`. */
  pairs: readonly KeyPair[];
  /** As the chain says it for this grant. */
  termsHash: Hex;
  /** As the chain says them, by epoch. */
  keysetHashes: ReadonlyMap<number, Hex>;
};

export type OpenedGrant = {
  terms: object;
  about: GrantContent["about"];
  /** By epoch. */
  keysets: ReadonlyMap<number, Keyset>;
  /** What may be read. */
  seeds: readonly EpochSeed[];
  /** What may be added to without being read. */
  keys: GrantContent["keys"];
};

/** Opens a grant and holds it against the chain: what it promises must be exactly what it gives. */
export function openGrant(parameters: OpenGrantParameters): OpenedGrant {
  const { place, role, pairs, termsHash, keysetHashes } = parameters;
  const { suite, commitment, wrapped, head, nonce, box } = parseGrant(parameters.grant);

  const context = grantContext(place);
  const key = unwrapForOne({ pairs: pairs.filter((pair) => pair.suite === suite), wrapped: wrapped[role], context });
  if (!sameBytes(commitmentTo(key, context), commitment)) throw new SealingError("WrongChartOrKey", "commitment");

  const plaintext = openAead({ key: keyedHash(key, "ownchart/grant", context), nonce, box, associated: head });
  if (plaintext === undefined) throw new SealingError("GrantDamaged", "it does not open");
  const content = grantFromJson(parsePaddedJson(plaintext));
  if (content === undefined) throw new SealingError("GrantDamaged", "it is not as it must be");
  return matchGrant({ content, epoch: place.epoch, termsHash, keysetHashes });
}

/** Unwrapping says by itself whether it was the right key. */
function unwrapForOne({ pairs, wrapped, context }: Omit<UnwrapKeyParameters, "pair"> & { pairs: readonly KeyPair[] }) {
  for (const pair of pairs) {
    try {
      return unwrapKey({ pair, wrapped, context });
    } catch {
      continue;
    }
  }
  throw new SealingError("WrongChartOrKey", "no key unwraps it");
}
