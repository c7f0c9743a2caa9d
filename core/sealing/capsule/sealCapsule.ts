import { concat, hexToBytes, stringToBytes } from "viem";
import type { Entry } from "../../records/entry.ts";
import { SealingError } from "../SealingError.ts";
import { nonceSize, sealAead } from "../aead.ts";
import { commitmentTo } from "../commitmentTo.ts";
import { keyIdOf } from "../keyIdOf.ts";
import { keyedHash } from "../keyedHash.ts";
import { padJson } from "../padJson.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { type RecordPlace, recordContext } from "../recordContext.ts";
import type { Suite } from "../suites.ts";
import { wrapKey } from "../wrapKey.ts";
import { entryLimit, entryUnit } from "./parseCapsule.ts";

export type SealCapsuleParameters = {
  entry: Entry;
  /** The key that the body is under. */
  dek: Uint8Array;
  suite: Suite;
  /** Of the entry's category and epoch; see `requireWritingKey`. */
  publicKey: Uint8Array;
  place: RecordPlace;
  random?: RandomBytes;
};

/** What opens a record for whoever has the epoch's key: the body's key, and what a timeline shows of it. */
export function sealCapsule(parameters: SealCapsuleParameters): Uint8Array {
  const { entry, dek, suite, publicKey, place, random = randomBytes } = parameters;
  const plaintext = padJson(entry, entryUnit);
  if (plaintext.length > entryLimit) throw new SealingError("EntryTooLong");
  const context = recordContext(place);
  const nonce = random(nonceSize);
  const head = concat([
    stringToBytes("OCC1"),
    Uint8Array.of(suite, 1, 0, 0),
    hexToBytes(keyIdOf(publicKey)),
    commitmentTo(dek, context),
    wrapKey({ suite, publicKey, key: dek, context, random }),
    nonce,
  ]);
  const key = keyedHash(dek, "ownchart/entry", context);
  return concat([head, sealAead({ key, nonce, plaintext, associated: head })]);
}
