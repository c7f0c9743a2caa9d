import { hexToBytes } from "viem";
import { termsHash } from "#core/consent/termsHash.ts";
import { type Category, categoryNumber } from "#core/records/categories.ts";
import { epochSeed } from "#core/sealing/epochSeed.ts";
import type { GrantContent } from "#core/sealing/grant/GrantContent.ts";
import { grantToJson } from "#core/sealing/grant/grantJson.ts";
import { grantUnit } from "#core/sealing/grant/parseGrant.ts";
import { padJson } from "#core/sealing/padJson.ts";
import type { Suite } from "#core/sealing/suites.ts";
import { elsewhere, epochPair, otherSuite, roots, scene } from "../scene.ts";
import type { CapsuleFault } from "./Fault.ts";
import { flipped } from "./flipped.ts";
import { grantByHand, grantContent, grantEpoch, keysetOfEpoch, seedFor, soundGrant, termsFor } from "./grantByHand.ts";
import { refusedGrant } from "./grantFaults.ts";

type Change = [what: string, content: Partial<GrantContent>];

const before = grantEpoch - 1;
const labs = seedFor("labs");
const vitals = seedFor("vitals");

/** Grants that are well made, and promise something else than they give, or than the chain says. */
export function grantContentFaults(suite: Suite): CapsuleFault[] {
  const inAnySuite = [...wrongTerms(), ...wrongSeeds(), ...wrongKeys(), ...wrongKeysets()];
  const changes = [...wrongInSuite(suite), ...(suite === 1 ? inAnySuite : [])];
  return [
    ...againstTermsOnChain(suite),
    ...changes.map(([what, change]) => {
      const content = { ...grantContent(suite), ...change };
      const capsule = grantByHand({ suite, plaintext: padJson(grantToJson(content), grantUnit) });
      return refusedGrant(suite, "GrantDoesNotMatch", content.terms)(what, capsule);
    }),
  ];
}

function againstTermsOnChain(suite: Suite): CapsuleFault[] {
  const refused = refusedGrant(suite, "GrantDoesNotMatch");
  const other = { termsSha256: hexToBytes(termsHash(termsFor({ read: ["labs", "vitals"] }))) };
  return [
    refused("the chain has other terms", soundGrant(suite), other),
    refused("the chain has other terms, read by the subject", soundGrant(suite), { ...other, as: "subject" }),
  ];
}

/** What is compared with key ids, which are those of one suite. */
function wrongInSuite(suite: Suite): Change[] {
  const keyset = keysetOfEpoch(grantEpoch, suite);
  const anyKey = { category: labs.category, epoch: grantEpoch, suite };
  const keyOf = (of: object) => ({
    keys: [{ category: labs.category, publicKey: epochPair({ ...anyKey, ...of }).publicKey }],
    seeds: [],
  });
  return [
    ["no seeds and no keys", { seeds: [] }],
    [
      "the seed of the epoch before under this one's number",
      { seeds: [{ ...labs, seed: seedFor("labs", before).seed }] },
    ],
    ["the key of the epoch before", keyOf({ epoch: before })],
    ["a key of the other suite", keyOf({ suite: otherSuite(suite) })],
    ["the keyset of the other suite", { keysets: [keysetOfEpoch(grantEpoch, otherSuite(suite))] }],
    [
      "a keyset with a key id changed that nothing needs",
      {
        keysets: [{ ...keyset, bytes: flipped(keyset.bytes, -1) }],
      },
    ],
  ];
}

function wrongTerms(): Change[] {
  const terms = termsFor({ read: ["labs"] });
  const naming = (system: string, ...codes: string[]) => ({
    terms: { ...terms, provision: { ...terms.provision, class: codes.map((code) => ({ system, code })) } },
  });
  const ours = "urn:ownchart:category";
  return [
    ["terms that name no category", naming(ours)],
    ["terms that name a category that there is not", naming(ours, "labs", "dental")],
    ["terms that name a category in upper case", naming(ours, "Labs")],
    ["terms that name categories of another system", naming("http://loinc.org", "labs")],
    ["terms without a provision", { terms: { ...terms, provision: undefined } }],
  ];
}

function wrongSeeds(): Change[] {
  const withBefore = { keysets: [keysetOfEpoch(before, 1), keysetOfEpoch(grantEpoch, 1)] };
  const both = { terms: termsFor({ read: ["labs", "vitals"] }) };
  const earlier = seedFor("labs", before);
  const labsSeed = (seed: Uint8Array) => ({ seeds: [{ ...labs, seed }] });
  const fromElsewhere = (chart: object, root = roots.subject) =>
    labsSeed(epochSeed({ root, chart: { ...scene, ...chart }, category: labs.category, epoch: grantEpoch }));
  return [
    ["neither seed nor key for one of two categories", { ...both, seeds: [labs] }],
    ["only an earlier seed for a category of the terms", { ...withBefore, seeds: [earlier] }],
    [
      "seeds of two categories exchanged",
      {
        ...both,
        seeds: [
          { ...labs, seed: vitals.seed },
          { ...vitals, seed: labs.seed },
        ],
      },
    ],
    ["a seed with one byte changed", labsSeed(flipped(labs.seed, 0))],
    ["a seed of the same root on another chain", fromElsewhere({ chainId: elsewhere.chainId })],
    ["a seed of another root", fromElsewhere({}, roots.grantee)],
    ["an earlier seed that is not in its keyset", { ...withBefore, seeds: [labs, { ...labs, epoch: before }] }],
    ["an earlier seed without its keyset", { seeds: [earlier, labs] }],
    ["a seed of an epoch to come", { seeds: [labs, seedFor("labs", 3)] }],
    ["a wrong seed for a category that is not in the terms", { seeds: [labs, { ...vitals, seed: labs.seed }] }],
  ];
}

function wrongKeys(): Change[] {
  const [right, other] = [keyFor("immunizations"), keyFor("labs")];
  const added = { terms: termsFor({ contribute: ["immunizations"] }), seeds: [] };
  return [
    ["no key for a category that may be added to", { ...added, keys: [] }],
    ["a key under another category", { ...added, keys: [{ ...right, category: other.category }] }],
    ["a key of another category", { ...added, keys: [{ ...right, publicKey: other.publicKey }] }],
    ["a key with one byte changed", { ...added, keys: [{ ...right, publicKey: flipped(right.publicKey, -1) }] }],
    ["a wrong key for a category that is not in the terms", { keys: [{ ...right, publicKey: other.publicKey }] }],
  ];
}

function keyFor(name: Category) {
  const category = categoryNumber(name);
  return { category, publicKey: epochPair({ category, epoch: grantEpoch, suite: 1 }).publicKey };
}

function wrongKeysets(): Change[] {
  const current = keysetOfEpoch(grantEpoch, 1);
  const earlier = keysetOfEpoch(before, 1);
  return [
    ["no keyset", { keysets: [] }],
    ["only the keyset of the epoch before", { keysets: [earlier] }],
    ["the keyset of the epoch before under this one's number", { keysets: [{ ...earlier, epoch: grantEpoch }] }],
    ["a keyset one byte short", { keysets: [{ ...current, bytes: current.bytes.subarray(0, -1) }] }],
    ["a keyset too many, of an epoch to come", { keysets: [current, keysetOfEpoch(3, 1)] }],
    ["a keyset too many, which is not what the chain has", { keysets: [current, { ...current, epoch: before }] }],
  ];
}
