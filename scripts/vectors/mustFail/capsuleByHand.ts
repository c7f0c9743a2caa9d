import { type Hex, concat, hexToBytes, stringToBytes } from "viem";
import type { Entry } from "#core/records/entry.ts";
import { nonceSize, sealAead } from "#core/sealing/aead.ts";
import { entryUnit } from "#core/sealing/capsule/parseCapsule.ts";
import { commitmentTo } from "#core/sealing/commitmentTo.ts";
import { keyIdOf } from "#core/sealing/keyIdOf.ts";
import { keyedHash } from "#core/sealing/keyedHash.ts";
import { padJson } from "#core/sealing/padJson.ts";
import { recordContext } from "#core/sealing/recordContext.ts";
import type { Suite } from "#core/sealing/suites.ts";
import { wrapKey } from "#core/sealing/wrapKey.ts";
import { drawnFor } from "../drawnFor.ts";
import { randomFor } from "../randomFor.ts";
import { epochPair, scene } from "../scene.ts";

export type CapsuleByHand = {
  suite: Suite;
  /** The entry, padded or not. */
  plaintext?: Uint8Array;
  keyId?: Hex;
  /** What each part is bound to. */
  commitmentContext?: Uint8Array;
  wrapContext?: Uint8Array;
  entryContext?: Uint8Array;
  entryLabel?: string;
  wrapped?: Uint8Array;
  associated?: (head: Uint8Array) => Uint8Array;
};

/** A capsule as `sealCapsule` makes it, but for what is asked to be otherwise. */
export function capsuleByHand({ suite, ...asked }: CapsuleByHand): Uint8Array {
  const { publicKey } = epochPair({ ...labs, suite });
  const context = recordContext(scene);
  const { keyId = keyIdOf(publicKey), plaintext = padJson(labsEntry, entryUnit) } = asked;
  const { commitmentContext = context, wrapContext = context, entryContext = context } = asked;
  const { entryLabel = "ownchart/entry", associated = (head) => head } = asked;

  return drawnFor(`capsule that must fail, suite ${suite}`, (random) => {
    const nonce = random(nonceSize);
    const wrapped = wrapKey({ suite, publicKey, key: labsKey, context: wrapContext, random });
    const head = concat([
      stringToBytes("OCC1"),
      Uint8Array.of(suite, 1, 0, 0),
      hexToBytes(keyId),
      commitmentTo(labsKey, commitmentContext),
      asked.wrapped ?? wrapped,
      nonce,
    ]);
    const key = keyedHash(labsKey, entryLabel, entryContext);
    return concat([head, sealAead({ key, nonce, plaintext, associated: associated(head) })]);
  });
}

/** Under whose key all of them are. */
export const labs = { category: 2, epoch: 1 };

export const labsKey = randomFor("dek of what must fail")(32);

export const labsEntry: Entry = {
  cid: "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
  mediaType: "application/pdf",
  title: "HbA1c",
  ...labs,
  issued: "2026-02-11T16:45:09Z",
  resources: ["DiagnosticReport"],
};
