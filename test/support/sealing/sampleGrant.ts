import { type Hex, sha256 } from "viem";
import { termsHash as hashOfTerms } from "#core/consent/termsHash.ts";
import type { Category } from "#core/records/categories.ts";
import { epochSeed } from "#core/sealing/epochSeed.ts";
import type { GrantContent } from "#core/sealing/grant/GrantContent.ts";
import { identitySeed } from "#core/sealing/identitySeed.ts";
import { keyPairOf } from "#core/sealing/keyPairOf.ts";
import { keysetOf } from "#core/sealing/keyset/keysetOf.ts";
import type { Suite } from "#core/sealing/suites.ts";
import { countedBytes } from "./countedBytes.ts";
import { chainId, chartPlace, grantee, subject } from "./samplePlaces.ts";

const [root, granteeRoot] = [countedBytes(32, 1), countedBytes(32, 2)];

export function sampleTerms(...codes: readonly (Category | "unknown")[]): object {
  const codings = codes.map((code) => ({ system: "urn:ownchart:category", code }));
  return { resourceType: "Consent", provision: { class: codings } };
}

/** Labs (2) may be read in epochs 2 and 3, vitals (6) added to. The chart moved to suite 2 in epoch 3. */
export const sampleSuites: Record<number, Suite> = { 2: 1, 3: 2 };

export const sampleSeed = (category: number, epoch: number) => epochSeed({ root, chart: chartPlace, category, epoch });
export const sampleKey = (category: number, epoch: number) =>
  keyPairOf(sampleSeed(category, epoch), sampleSuites[epoch] ?? 2).publicKey;
export const sampleKeyset = (epoch: number) =>
  keysetOf({ root, chart: chartPlace, epoch, suite: sampleSuites[epoch] ?? 2 });

export const sampleGrant: GrantContent = {
  terms: sampleTerms("labs", "vitals"),
  about: { name: "Ada Example", birthDate: "1980-02-29" },
  keysets: [
    { epoch: 2, bytes: sampleKeyset(2) },
    { epoch: 3, bytes: sampleKeyset(3) },
  ],
  keys: [{ category: 6, publicKey: sampleKey(6, 3) }],
  seeds: [
    { category: 2, epoch: 2, seed: sampleSeed(2, 2) },
    { category: 2, epoch: 3, seed: sampleSeed(2, 3) },
  ],
};

/** What the chain says of it. */
export const sampleTermsHash: Hex = hashOfTerms(sampleGrant.terms);
export const sampleKeysetHashes: ReadonlyMap<number, Hex> = new Map(
  sampleGrant.keysets.map(({ epoch, bytes }) => [epoch, sha256(bytes)]),
);

export const granteePair = (suite: Suite) =>
  keyPairOf(identitySeed({ root: granteeRoot, chainId, address: grantee }), suite);
export const subjectPair = (suite: Suite) => keyPairOf(identitySeed({ root, chainId, address: subject }), suite);
