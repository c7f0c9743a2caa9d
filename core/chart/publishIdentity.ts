import { identitySeed } from "../sealing/identitySeed.ts";
import { keyIdOf } from "../sealing/keyIdOf.ts";
import { keyPairOf } from "../sealing/keyPairOf.ts";
import { defaultSuite } from "../sealing/suites.ts";
import { newestRoot } from "../sealing/vault/roots.ts";
import type { Holder } from "./Holder.ts";

/** Publishes the key under which others seal to the holder, unless it stands there already. */
export async function publishIdentity({ holder }: { holder: Holder }): Promise<void> {
  const { address, roots, services } = holder;
  const { chain } = services;
  const seed = identitySeed({ root: newestRoot(roots).root, chainId: chain.chainId, address });
  const { suite, publicKey } = keyPairOf(seed, defaultSuite);
  const published = await chain.publishedKey(address);
  if (published !== undefined && keyIdOf(published.publicKey) === keyIdOf(publicKey)) return;
  await chain.publishKey({ owner: address, suite, publicKey });
}
