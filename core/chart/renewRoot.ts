import { type RandomBytes, randomBytes } from "../sealing/randomBytes.ts";
import { type Roots, newestRoot } from "../sealing/vault/roots.ts";
import type { Holder } from "./Holder.ts";
import { publishIdentity } from "./publishIdentity.ts";
import type { NotRefreshed } from "./refreshGrants.ts";
import { rotateKeys } from "./rotateKeys.ts";

export type RenewRootParameters = {
  holder: Holder;
  /** Seals a vault with these roots and has it stored, before anything depends on the new one. */
  keepVault: (roots: Roots) => Promise<void>;
  random?: RandomBytes;
};

export type RenewedRoot = { roots: Roots; notRefreshed: NotRefreshed };

/**
 * After a lost device, or when a way to unlock is taken away: a new root, from which all keys to come follow. What was
 * sealed before opens as before. Going on after an interruption is calling it again, with the vault as it then is.
 */
export async function renewRoot({
  holder,
  keepVault,
  random = randomBytes,
}: RenewRootParameters): Promise<RenewedRoot> {
  const { services, address } = holder;
  const chart = await services.chain.chartOf(address);
  const newest = newestRoot(holder.roots);
  const isWaiting = chart !== undefined && newest.firstEpoch > chart.epoch;
  const firstEpoch = Math.max(newest.firstEpoch, chart?.epoch ?? 0) + 1;
  const roots: Roots = isWaiting ? holder.roots : [...holder.roots, { firstEpoch, root: random(32) }];

  await keepVault(roots);
  const renewed = { ...holder, roots };
  const notRefreshed = chart === undefined ? [] : await rotateKeys({ holder: renewed });
  await publishIdentity({ holder: renewed });
  return { roots, notRefreshed };
}
