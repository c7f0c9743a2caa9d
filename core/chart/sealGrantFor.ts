import type { Address } from "viem";
import { epochSeed } from "../sealing/epochSeed.ts";
import type { GrantContent } from "../sealing/grant/GrantContent.ts";
import { sealGrant } from "../sealing/grant/sealGrant.ts";
import { identitySeed } from "../sealing/identitySeed.ts";
import { keyPairOf } from "../sealing/keyPairOf.ts";
import { newestRoot } from "../sealing/vault/roots.ts";
import { ChartError } from "./ChartError.ts";
import type { Holder } from "./Holder.ts";
import { chartPlaceOf } from "./chartPlaceOf.ts";
import type { OwnKeys } from "./ownKeys.ts";

/** What somebody shall have, category numbers in the lists. */
export type Share = {
  grantee: Address;
  read: readonly number[];
  contribute: readonly number[];
  terms: object;
  about: GrantContent["about"];
};

export type SealGrantForParameters = {
  holder: Holder;
  share: Share;
  /** Of the epochs that are given, oldest first; the last is the chart's when the grant counts. */
  keys: readonly OwnKeys[];
};

/** Keys and terms, sealed to what the grantee has published. Its size grows with the epochs that are given. */
export async function sealGrantFor({ holder, share, keys }: SealGrantForParameters): Promise<Uint8Array> {
  const { address, roots, services } = holder;
  const { grantee } = share;
  const published = await services.chain.publishedKey(grantee);
  if (published === undefined) throw new ChartError("GranteeHasNoKey");
  const { suite, publicKey: granteeKey } = published;
  const { chainId } = services.chain;
  const own = keyPairOf(identitySeed({ root: newestRoot(roots).root, chainId, address }), suite);
  return sealGrant({
    content: contentOf(holder, share, keys),
    place: { ...chartPlaceOf(services, address), grantee, epoch: keys.at(-1)!.epoch },
    suite,
    granteeKey,
    subjectKey: own.publicKey,
  });
}

function contentOf(holder: Holder, { read, contribute, terms, about }: Share, keys: readonly OwnKeys[]): GrantContent {
  const chart = chartPlaceOf(holder.services, holder.address);
  const seedOf = ({ root, epoch }: OwnKeys, category: number) => epochSeed({ root, chart, category, epoch });
  const current = keys.at(-1)!;
  const addedUnread = contribute.filter((category) => !read.includes(category));
  return {
    terms,
    about,
    keysets: keys.map(({ epoch, keyset }) => ({ epoch, bytes: keyset })),
    keys: addedUnread.map((category) => {
      return { category, publicKey: keyPairOf(seedOf(current, category), current.suite).publicKey };
    }),
    seeds: keys.flatMap((of) => read.map((category) => ({ category, epoch: of.epoch, seed: seedOf(of, category) }))),
  };
}
