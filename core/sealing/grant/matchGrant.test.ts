import { type Hex, sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { quickest } from "#test/support/quickest.ts";
import {
  sampleGrant,
  sampleKey,
  sampleKeyset,
  sampleKeysetHashes,
  sampleSeed,
  sampleTerms,
} from "#test/support/sealing/sampleGrant.ts";
import { termsHash as hashOfTerms } from "../../consent/termsHash.ts";
import type { GrantContent } from "./GrantContent.ts";
import { matchGrant } from "./matchGrant.ts";

const { keysets, keys, seeds } = sampleGrant;
const [oldKeyset, newKeyset] = keysets as [GrantContent["keysets"][0], GrantContent["keysets"][0]];
const [oldSeed, newSeed] = seeds as [GrantContent["seeds"][0], GrantContent["seeds"][0]];

/** Holds the changed grant against its own terms and these keysets on chain. */
function match(change: Partial<GrantContent>, keysetHashes: ReadonlyMap<number, Hex> = sampleKeysetHashes) {
  const content = { ...sampleGrant, ...change };
  return matchGrant({ content, epoch: 3, termsHash: hashOfTerms(content.terms), keysetHashes });
}

describe("a grant matches", () => {
  it("where terms, keysets, seeds and keys are those that it promises", () => {
    const { keysets: opened, ...rest } = match({});
    const { terms, about } = sampleGrant;
    expect(rest).toEqual({
      terms,
      about,
      keys,
      seeds: [
        { ...oldSeed, suite: 1 },
        { ...newSeed, suite: 2 },
      ],
    });
    expect([...opened].map(([epoch, { suite }]) => [epoch, suite])).toEqual([
      [2, 1],
      [3, 2],
    ]);
  });

  it("without history, to read alone, to add alone, or to read and add in one category", () => {
    const toRead = { terms: sampleTerms("labs"), keysets: [newKeyset], seeds: [newSeed], keys: [] };
    expect(match(toRead).seeds.length).toBe(1);
    expect(match({ terms: sampleTerms("vitals"), keysets: [newKeyset], seeds: [] }).keys.length).toBe(1);
    const both = { ...toRead, keys: [{ category: 2, publicKey: sampleKey(2, 3) }] };
    expect(match(both).keys.length).toBe(1);
  });

  it("with the seeds of a category's past that may now be added to alone", () => {
    const past = [...seeds, { category: 6, epoch: 2, seed: sampleSeed(6, 2) }];
    expect(match({ seeds: past }).seeds.length).toBe(3);
  });

  it("with a keyset of an epoch that nothing is given for", () => {
    expect(match({ seeds: [newSeed] }).keysets.size).toBe(2);
  });
});

describe("a grant does not match", () => {
  it("where its terms are not those on chain", () => {
    const termsHash = hashOfTerms(sampleTerms("labs"));
    expect(() => matchGrant({ content: sampleGrant, epoch: 3, termsHash, keysetHashes: sampleKeysetHashes })).toThrow(
      refusal("GrantDoesNotMatch", "the terms are not those on chain"),
    );
  });

  it.each<[detail: string, change: Partial<GrantContent>]>([
    ["the terms name no category, or an unknown one", { terms: sampleTerms(), seeds: [], keys: [] }],
    ["the terms name no category, or an unknown one", { terms: sampleTerms("labs", "vitals", "unknown") }],
    ["the terms name no category, or an unknown one", { terms: {} }],
    ["epoch 4 has no keyset on chain", { keysets: [...keysets, { epoch: 4, bytes: sampleKeyset(4) }] }],
    ["epoch 3 has two keysets", { keysets: [...keysets, newKeyset] }],
    ["the keyset of epoch 3", { keysets: [oldKeyset, { epoch: 3, bytes: sampleKeyset(2) }] }],
    ["the keyset of epoch 3", { keysets: [oldKeyset, { epoch: 3, bytes: new Uint8Array(0) }] }],
    ["a seed is there twice", { seeds: [...seeds, oldSeed] }],
    ["there is no keyset of epoch 2", { keysets: [newKeyset] }],
    ["a seed is not in the keyset of epoch 3", { seeds: [oldSeed, { ...newSeed, seed: countedBytes(32) }] }],
    ["a seed is not in the keyset of epoch 3", { seeds: [oldSeed, { ...oldSeed, epoch: 3 }] }],
    ["a seed is not in the keyset of epoch 3", { seeds: [oldSeed, { ...newSeed, category: 3 }] }],
    ["a key is there twice", { keys: [...keys, ...keys] }],
    ["a key is not in the current keyset", { keysets: [oldKeyset], seeds: [oldSeed] }],
    ["a key is not in the current keyset", { keys: [{ category: 6, publicKey: sampleKey(6, 2) }] }],
    ["a key is not in the current keyset", { keys: [{ category: 6, publicKey: sampleKey(5, 3) }] }],
    ["neither seed nor key for a category of the terms", { keys: [] }],
    ["neither seed nor key for a category of the terms", { seeds: [oldSeed] }],
    ["neither seed nor key for a category of the terms", { terms: sampleTerms("summary", "labs", "vitals") }],
    ["a category that is not in the terms", { terms: sampleTerms("labs") }],
    ["a category that is not in the terms", { terms: sampleTerms("vitals") }],
    ["a category that is not in the terms", { seeds: [...seeds, { category: 5, epoch: 2, seed: sampleSeed(5, 2) }] }],
  ])("where %s", (detail, change) => {
    expect(() => match(change)).toThrow(refusal("GrantDoesNotMatch", detail));
  });

  it("where a keyset is no keyset although it is on chain, and says why", () => {
    const bytes = sampleKeyset(3).with(0, 0);
    const hashes = new Map([...sampleKeysetHashes, [3, sha256(bytes)] as const]);
    const attempt = () => match({ keysets: [oldKeyset, { epoch: 3, bytes }] }, hashes);
    expect(attempt).toThrow(refusal("GrantDoesNotMatch", "the keyset of epoch 3"));
    expect(attempt).toThrow(expect.objectContaining({ cause: refusal("UnknownFormat") }) as Error);
  });

  it("and of two faults names the terms first, then keysets, seeds, keys, and what is promised", () => {
    const unpromised = { terms: sampleTerms("labs", "vitals", "imaging") };
    const keyTwice = { ...unpromised, keys: [...keys, ...keys] };
    const seedTwice = { ...keyTwice, seeds: [...seeds, oldSeed] };
    const keysetTwice = { ...seedTwice, keysets: [...keysets, newKeyset] };
    expect(() => match(unpromised)).toThrow(
      refusal("GrantDoesNotMatch", "neither seed nor key for a category of the terms"),
    );
    expect(() => match(keyTwice)).toThrow(refusal("GrantDoesNotMatch", "a key is there twice"));
    expect(() => match(seedTwice)).toThrow(refusal("GrantDoesNotMatch", "a seed is there twice"));
    expect(() => match(keysetTwice)).toThrow(refusal("GrantDoesNotMatch", "epoch 3 has two keysets"));
  });

  it("where it has ten thousand seeds of one kind, in a second", () => {
    const many = Array.from({ length: 10_000 }, () => oldSeed);
    const refuse = () => expect(() => match({ seeds: many })).toThrow(refusal("GrantDoesNotMatch"));
    expect(quickest(refuse, { wanted: 1_000 })).toBeLessThan(1_000);
  });
});
