import { concat, stringToBytes } from "viem";
import { SealingError } from "../SealingError.ts";
import { nonceSize, sealAead, tagSize } from "../aead.ts";
import { commitmentTo } from "../commitmentTo.ts";
import { type GrantPlace, grantContext } from "../grantContext.ts";
import { keyedHash } from "../keyedHash.ts";
import { padJson } from "../padJson.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { sodium } from "../sodium.ts";
import type { Suite } from "../suites.ts";
import { wrapKey } from "../wrapKey.ts";
import type { GrantContent } from "./GrantContent.ts";
import { grantFromJson, grantToJson } from "./grantJson.ts";
import { grantLimit, grantUnit } from "./parseGrant.ts";

export type SealGrantParameters = {
  content: GrantContent;
  place: GrantPlace;
  /** Of the grantee's published key; the subject's is of the same. */
  suite: Suite;
  granteeKey: Uint8Array;
  subjectKey: Uint8Array;
  random?: RandomBytes;
};

/** Keys and terms for one grantee. The subject can open it too, and so knows on every device what was given. */
export function sealGrant(parameters: SealGrantParameters): Uint8Array {
  const { content, place, suite, granteeKey, subjectKey, random = randomBytes } = parameters;
  const json = grantToJson(content);
  if (grantFromJson(json) === undefined) throw new SealingError("UnknownFormat", "content of the grant");
  const context = grantContext(place);
  const key = random(32);
  const nonce = random(nonceSize);
  const head = concat([
    stringToBytes("OCG1"),
    Uint8Array.of(suite, 0, 0, 0),
    commitmentTo(key, context),
    wrapKey({ suite, publicKey: granteeKey, key, context, random }),
    wrapKey({ suite, publicKey: subjectKey, key, context, random }),
    nonce,
  ]);
  const plaintext = padJson(json, grantUnit);
  if (head.length + plaintext.length + tagSize > grantLimit) throw new SealingError("GrantTooLong");
  const sealingKey = keyedHash(key, "ownchart/grant", context);
  sodium.memzero(key);
  return concat([head, sealAead({ key: sealingKey, nonce, plaintext, associated: head })]);
}
