import { bytesToHex, hexToBytes } from "viem";
import { canonicalJson } from "#core/consent/canonicalJson.ts";
import { createTerms } from "#core/consent/createTerms.ts";
import type { Terms } from "#core/consent/Terms.ts";
import { termsHash } from "#core/consent/termsHash.ts";
import { type Category, categoryNumber } from "#core/records/categories.ts";
import type { GrantContent } from "#core/sealing/grant/GrantContent.ts";
import { grantToJson } from "#core/sealing/grant/grantJson.ts";
import { sealGrant } from "#core/sealing/grant/sealGrant.ts";
import { keyPairOf } from "#core/sealing/keyPairOf.ts";
import type { Suite } from "#core/sealing/suites.ts";
import { drawnFor } from "./drawnFor.ts";
import { keysetIn } from "./keyVectors.ts";
import { epochPair, epochs, identitySeedOf, scene, seedOf } from "./scene.ts";

type Given = Pick<Terms, "read" | "contribute" | "history"> & { epoch: number; suite: Suite };

const start = Date.UTC(2026, 0, 5, 8) / 1000;
const year = 365 * 24 * 3600;
const sinceStart = { since: start };

export function grantVectors(suite: Suite) {
  return [
    grantVector({ suite, epoch: 2, read: ["labs", "medications"], contribute: ["administrative"], history: "all" }),
    grantVector({ suite, epoch: 1, read: [], contribute: ["immunizations"], history: sinceStart }),
    grantVector({ suite, epoch: 0, read: ["summary", "vitals"], contribute: ["vitals"], history: sinceStart }),
  ];
}

function grantVector(given: Given) {
  const { suite, epoch } = given;
  const name = `grant ${JSON.stringify(given)}`;
  return drawnFor(name, (random) => {
    const terms = termsOf(given, random(16));
    const key = random(32);
    const content = contentOf(given, terms);
    const capsule = sealGrant({
      content,
      place: { ...scene, epoch },
      suite,
      granteeKey: keyPairOf(identitySeedOf("grantee"), suite).publicKey,
      subjectKey: keyPairOf(identitySeedOf("subject"), suite).publicKey,
      // Of all it draws, only the key has 32 bytes; it is wiped after use.
      random: (size) => (size === 32 ? key.slice() : random(size)),
    });
    const plaintext = canonicalJson(grantToJson(content));
    return { suite, epoch, K: key, capsule, plaintext, terms, termsSha256: hexToBytes(termsHash(terms)) };
  });
}

function termsOf({ read, contribute, history }: Given, salt: Uint8Array) {
  return createTerms({
    ...scene,
    granteeName: "Dr. Selin Yıldız",
    read,
    contribute,
    history,
    purpose: "treatment",
    issued: start,
    from: start,
    until: start + year,
    salt: bytesToHex(salt),
  });
}

function contentOf({ read, contribute, history, epoch, suite }: Given, terms: object): GrantContent {
  const open = history === "all" ? epochs.filter((earlier) => earlier <= epoch) : [epoch];
  const isAddedToOnly = (category: Category) => !read.includes(category);
  return {
    terms,
    about: { name: "Aoife Ní Bhriain-Öztürk", birthDate: "1991-12-31" },
    keysets: open.map((of) => ({ epoch: of, bytes: keysetIn({ epoch: of, suite }) })),
    keys: contribute.filter(isAddedToOnly).map((name) => {
      const category = categoryNumber(name);
      return { category, publicKey: epochPair({ category, epoch, suite }).publicKey };
    }),
    seeds: read
      .map(categoryNumber)
      .flatMap((category) => open.map((of) => ({ category, epoch: of, seed: seedOf(category, of) }))),
  };
}
