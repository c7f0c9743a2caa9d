import { type Address, isAddressEqual } from "viem";
import type { OpenedGrant } from "../sealing/grant/openGrant.ts";
import { keyPairOf } from "../sealing/keyPairOf.ts";
import { keyringOf } from "../sealing/keyring.ts";
import type { Access } from "./Access.ts";
import { ChartError } from "./ChartError.ts";
import type { Holder } from "./Holder.ts";
import { newestGrant } from "./newestGrant.ts";

/** A chart that was shared with the holder, as far as it was, held against what the chain says now. */
export async function openSharedAccess({ holder, subject }: { holder: Holder; subject: Address }): Promise<Access> {
  const { chain } = holder.services;
  const [chart, grants] = await Promise.all([chain.chartOf(subject), chain.grantsOf(subject)]);
  const onChain = grants.find(({ grantee }) => isAddressEqual(grantee, holder.address));
  if (chart === undefined || onChain === undefined) throw new ChartError("NotGranted");

  const { opened, epoch } = await newestGrant({ holder, role: "grantee", subject, chart, onChain });
  const keyring = keyringOf(opened.seeds);
  return {
    subject,
    epoch,
    keyset: opened.keysets.get(epoch)!.bytes,
    keyring,
    keyIds: [...keyring.keys()],
    writingKey: (category) => (onChain.contribute ? writingKeyIn(opened, epoch, category) : undefined),
    shared: { terms: opened.terms, about: opened.about },
  };
}

function writingKeyIn({ seeds, keys, keysets }: OpenedGrant, epoch: number, category: number): Uint8Array | undefined {
  const key = keys.find((it) => it.category === category);
  if (key !== undefined) return key.publicKey;
  const seed = seeds.find((it) => it.category === category && it.epoch === epoch);
  return seed && keyPairOf(seed.seed, keysets.get(epoch)!.suite).publicKey;
}
