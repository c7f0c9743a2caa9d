import type { Hex } from "viem";
import { categoriesOfTerms } from "../../consent/categoriesOfTerms.ts";
import { termsHash as hashOfTerms } from "../../consent/termsHash.ts";
import { categoryNumber } from "../../records/categories.ts";
import { SealingError } from "../SealingError.ts";
import { keyIdOf } from "../keyIdOf.ts";
import { keyPairOf } from "../keyPairOf.ts";
import type { EpochSeed } from "../keyring.ts";
import { type Keyset, openKeyset } from "../keyset/openKeyset.ts";
import type { GrantContent } from "./GrantContent.ts";
import type { OpenedGrant } from "./openGrant.ts";

export type MatchGrantParameters = {
  content: GrantContent;
  epoch: number;
  termsHash: Hex;
  keysetHashes: ReadonlyMap<number, Hex>;
};

/** Everything in a grant follows from the terms and keysets whose hashes are on chain, or none of it counts. */
export function matchGrant({ content, epoch, termsHash, keysetHashes }: MatchGrantParameters): OpenedGrant {
  const { terms, about, keys } = content;
  if (hashOfTerms(terms) !== termsHash) throw mismatch("the terms are not those on chain");
  const keysets = matchKeysets(content.keysets, keysetHashes);
  const seeds = matchSeeds(content.seeds, keysets);
  matchKeys(keys, keysets.get(epoch));

  const current = seeds.filter((seed) => seed.epoch === epoch);
  const given = new Set([...current, ...keys].map(({ category }) => category));
  const promised = promisedCategories(terms);
  for (const category of promised) {
    if (!given.has(category)) throw mismatch("neither seed nor key for a category of the terms");
  }
  for (const { category } of [...seeds, ...keys]) {
    if (!promised.has(category)) throw mismatch("a category that is not in the terms");
  }
  return { terms, about, keysets, seeds, keys };
}

function promisedCategories(terms: object): ReadonlySet<number> {
  try {
    return new Set(categoriesOfTerms(terms).map(categoryNumber));
  } catch (cause) {
    throw mismatch("the terms name no category, or an unknown one", cause);
  }
}

function matchKeysets(given: GrantContent["keysets"], hashes: ReadonlyMap<number, Hex>): ReadonlyMap<number, Keyset> {
  const keysets = new Map<number, Keyset>();
  for (const { epoch, bytes } of given) {
    const hash = hashes.get(epoch);
    if (hash === undefined) throw mismatch(`epoch ${epoch} has no keyset on chain`);
    if (keysets.has(epoch)) throw mismatch(`epoch ${epoch} has two keysets`);
    try {
      keysets.set(epoch, openKeyset({ bytes, hash }));
    } catch (cause) {
      throw mismatch(`the keyset of epoch ${epoch}`, cause);
    }
  }
  return keysets;
}

function matchSeeds(given: GrantContent["seeds"], keysets: ReadonlyMap<number, Keyset>): EpochSeed[] {
  requireOnce(
    "seed",
    given.map(({ category, epoch }) => `${category}/${epoch}`),
  );
  return given.map(({ category, epoch, seed }) => {
    const keyset = keysets.get(epoch);
    if (keyset === undefined) throw mismatch(`there is no keyset of epoch ${epoch}`);
    const { suite, keyIds } = keyset;
    const isInKeyset = keyIdOf(keyPairOf(seed, suite).publicKey) === keyIds[category];
    if (!isInKeyset) throw mismatch(`a seed is not in the keyset of epoch ${epoch}`);
    return { category, epoch, suite, seed };
  });
}

function matchKeys(given: GrantContent["keys"], keyset: Keyset | undefined): void {
  requireOnce(
    "key",
    given.map(({ category }) => String(category)),
  );
  for (const { category, publicKey } of given) {
    const isInKeyset = keyset !== undefined && keyIdOf(publicKey) === keyset.keyIds[category];
    if (!isInKeyset) throw mismatch("a key is not in the current keyset");
  }
}

function requireOnce(what: string, names: readonly string[]): void {
  if (new Set(names).size < names.length) throw mismatch(`a ${what} is there twice`);
}

/** Details say nothing of categories, since errors end up in logs. */
function mismatch(detail: string, cause?: unknown): SealingError {
  return new SealingError("GrantDoesNotMatch", detail, cause);
}
