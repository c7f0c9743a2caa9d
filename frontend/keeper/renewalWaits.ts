import type { Holder } from "#core/chart/Holder.ts";
import { identitySeed } from "#core/sealing/identitySeed.ts";
import { keyIdOf } from "#core/sealing/keyIdOf.ts";
import { keyPairOf } from "#core/sealing/keyPairOf.ts";
import { newestRoot } from "#core/sealing/vault/roots.ts";

/** Whether the vault has a new root that the chain does not know of yet, because a signature was put off. */
export async function renewalWaits({ roots, address, services: { chain } }: Holder): Promise<boolean> {
  const [chart, published] = await Promise.all([chain.chartOf(address), chain.publishedKey(address)]);
  const { firstEpoch, root } = newestRoot(roots);
  if (chart !== undefined && firstEpoch > chart.epoch) return true;
  if (published === undefined) return false;
  const { publicKey } = keyPairOf(identitySeed({ root, chainId: chain.chainId, address }), published.suite);
  return keyIdOf(publicKey) !== keyIdOf(published.publicKey);
}
