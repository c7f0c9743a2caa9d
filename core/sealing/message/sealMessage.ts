import { concat, stringToBytes } from "viem";
import { SealingError } from "../SealingError.ts";
import { nonceSize, sealAead, tagSize } from "../aead.ts";
import { commitmentTo } from "../commitmentTo.ts";
import { keyedHash } from "../keyedHash.ts";
import { padJson } from "../padJson.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { sodium } from "../sodium.ts";
import type { Suite } from "../suites.ts";
import { wrapKey } from "../wrapKey.ts";
import { type MessagePlace, messageContext } from "./messageContext.ts";
import { messageLimit, messageUnit } from "./parseMessage.ts";

export type SealMessageParameters = {
  content: object;
  place: MessagePlace;
  /** Of the published key of whom it is to. */
  suite: Suite;
  publicKey: Uint8Array;
  random?: RandomBytes;
};

/**
 * Something for one person to read. Who wrote it is not proven by it: anybody can seal to a published key, so what must
 * come from somebody certain carries a signature inside.
 */
export function sealMessage({
  content,
  place,
  suite,
  publicKey,
  random = randomBytes,
}: SealMessageParameters): Uint8Array {
  const context = messageContext(place);
  const plaintext = padJson(content, messageUnit);
  const key = random(32);
  const nonce = random(nonceSize);
  const head = concat([
    stringToBytes("OCM1"),
    Uint8Array.of(suite, 0, 0, 0),
    commitmentTo(key, context),
    wrapKey({ suite, publicKey, key, context, random }),
    nonce,
  ]);
  if (head.length + plaintext.length + tagSize > messageLimit) throw new SealingError("MessageTooLong");
  const sealingKey = keyedHash(key, "ownchart/message", context);
  sodium.memzero(key);
  return concat([head, sealAead({ key: sealingKey, nonce, plaintext, associated: head })]);
}
