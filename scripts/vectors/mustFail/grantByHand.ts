import { concat, stringToBytes } from "viem";
import { createTerms } from "#core/consent/createTerms.ts";
import { type Category, categoryNumber } from "#core/records/categories.ts";
import { nonceSize, sealAead } from "#core/sealing/aead.ts";
import { commitmentTo } from "#core/sealing/commitmentTo.ts";
import type { GrantContent } from "#core/sealing/grant/GrantContent.ts";
import { grantToJson } from "#core/sealing/grant/grantJson.ts";
import { grantUnit } from "#core/sealing/grant/parseGrant.ts";
import { grantContext } from "#core/sealing/grantContext.ts";
import { keyPairOf } from "#core/sealing/keyPairOf.ts";
import { keyedHash } from "#core/sealing/keyedHash.ts";
import { padJson } from "#core/sealing/padJson.ts";
import type { Suite } from "#core/sealing/suites.ts";
import { wrapKey } from "#core/sealing/wrapKey.ts";
import { drawnFor } from "../drawnFor.ts";
import { keysetIn } from "../keyVectors.ts";
import { randomFor } from "../randomFor.ts";
import { identitySeedOf, scene, seedOf } from "../scene.ts";

export type GrantByHand = {
  suite: Suite;
  plaintext?: Uint8Array;
  /** What each part is bound to. */
  commitmentContext?: Uint8Array;
  wrapContext?: Uint8Array;
  sealingContext?: Uint8Array;
  sealingLabel?: string;
  /** What stands in place of the two wraps. */
  wraps?: (grantee: Uint8Array, subject: Uint8Array) => Uint8Array[];
  associated?: (head: Uint8Array) => Uint8Array;
};

/** A grant as `sealGrant` makes it, but for what is asked to be otherwise; the less it says, the shorter is the file. */
export function grantByHand({ suite, ...asked }: GrantByHand): Uint8Array {
  const context = grantContext({ ...scene, epoch: grantEpoch });
  const { commitmentContext = context, wrapContext = context, sealingContext = context } = asked;
  const { plaintext = padJson(briefJson, grantUnit), associated = (head) => head } = asked;
  const { sealingLabel = "ownchart/grant", wraps = (...both) => both } = asked;

  return drawnFor(`grant that must fail, suite ${suite}`, (random) => {
    const nonce = random(nonceSize);
    const wrapFor = (who: "grantee" | "subject") => {
      const { publicKey } = keyPairOf(identitySeedOf(who), suite);
      return wrapKey({ suite, publicKey, key: grantKey, context: wrapContext, random });
    };
    const head = concat([
      stringToBytes("OCG1"),
      Uint8Array.of(suite, 0, 0, 0),
      commitmentTo(grantKey, commitmentContext),
      ...wraps(wrapFor("grantee"), wrapFor("subject")),
      nonce,
    ]);
    const key = keyedHash(grantKey, sealingLabel, sealingContext);
    return concat([head, sealAead({ key, nonce, plaintext, associated: associated(head) })]);
  });
}

export const grantEpoch = 1;

const grantKey = randomFor("K of what must fail")(32);

/** One whose content is all that it must be. */
export function soundGrant(suite: Suite): Uint8Array {
  return grantByHand({ suite, plaintext: padJson(grantToJson(grantContent(suite)), grantUnit) });
}

/** Laboratory results to be read, of this epoch. */
export function grantContent(suite: Suite): GrantContent {
  return {
    terms: termsFor({ read: ["labs"] }),
    about,
    keysets: [keysetOfEpoch(grantEpoch, suite)],
    keys: [],
    seeds: [seedFor("labs")],
  };
}

const about = { name: "Aoife", birthDate: "1991-12-31" };

/** Of the right form, but nothing that the chain knows: whoever believed it would refuse it by another name. */
export const briefJson = {
  terms: { resourceType: "Consent" },
  about,
  keysets: [{ epoch: grantEpoch, bytes: "0x00" }],
  keys: [],
  seeds: [{ category: 2, epoch: grantEpoch, seed: `0x${"a7".repeat(32)}` }],
} as const;

export function keysetOfEpoch(epoch: number, suite: Suite) {
  return { epoch, bytes: keysetIn({ epoch, suite }) };
}

export function seedFor(name: Category, epoch = grantEpoch) {
  const category = categoryNumber(name);
  return { category, epoch, seed: seedOf(category, epoch) };
}

/** As short as they can be. */
export function termsFor({ read = [], contribute = [] }: { read?: Category[]; contribute?: Category[] }) {
  const from = Date.UTC(2026, 0, 5) / 1000;
  const { provision, ...terms } = createTerms({
    ...scene,
    read,
    contribute,
    purpose: "treatment",
    history: "all",
    issued: from,
    from,
    until: from + 86_400,
    salt: "0x5a17e000000000000000000000000001",
  });
  return { ...terms, policyRule: { text: "As agreed." }, provision: { ...provision, purpose: undefined } };
}
