import { type Hex, sha256 } from "viem";
import { type Entry, parseEntry } from "../../records/entry.ts";
import { SealingError } from "../SealingError.ts";
import { openAead } from "../aead.ts";
import { commitmentTo } from "../commitmentTo.ts";
import { keyedHash } from "../keyedHash.ts";
import type { Keyring } from "../keyring.ts";
import { parsePaddedJson } from "../parsePaddedJson.ts";
import { type RecordPlace, recordContext } from "../recordContext.ts";
import { sameBytes } from "../sameBytes.ts";
import { unwrapKey } from "../unwrapKey.ts";
import { parseCapsule } from "./parseCapsule.ts";

export type OpenCapsuleParameters = {
  capsule: Uint8Array;
  /** As the chain holds it. */
  capsuleHash: Hex;
  place: RecordPlace;
  keyring: Keyring;
};

export type OpenedCapsule = {
  entry: Entry;
  /** Opens the body. */
  dek: Uint8Array;
};

/** Checks a capsule against the chain and opens it. Its cost does not depend on how many keys one holds. */
export function openCapsule({ capsule, capsuleHash, place, keyring }: OpenCapsuleParameters): OpenedCapsule {
  if (sha256(capsule) !== capsuleHash) throw new SealingError("NotTheCapsuleOnChain");
  const { suite, keyId, commitment, wrapped, head, nonce, box } = parseCapsule(capsule);

  const pair = keyring.get(keyId);
  if (pair?.suite !== suite) throw new SealingError("NoKeyForCapsule");
  const context = recordContext(place);
  const dek = unwrapKey({ pair, wrapped, context });
  if (!sameBytes(commitmentTo(dek, context), commitment)) throw new SealingError("WrongChartOrKey", "commitment");

  const key = keyedHash(dek, "ownchart/entry", context);
  const plaintext = openAead({ key, nonce, box, associated: head });
  if (plaintext === undefined) throw new SealingError("EntryDamaged", "it does not open");
  const entry = parseEntry(parsePaddedJson(plaintext));
  if (entry === undefined) throw new SealingError("EntryDamaged", "it is not as it must be");
  if (entry.category !== pair.category || entry.epoch !== pair.epoch) throw new SealingError("EntryNotUnderItsKey");
  return { entry, dek };
}
