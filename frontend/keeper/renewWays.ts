import type { Holder } from "#core/chart/Holder.ts";
import { type RenewedRoot, renewRoot } from "#core/chart/renewRoot.ts";
import { recoverySlot } from "#core/sealing/vault/recoveryCode.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";
import { sealVault } from "#core/sealing/vault/sealVault.ts";
import { walletKeyOf } from "#core/sealing/vault/walletKeyOf.ts";
import type { VaultSurroundings } from "./VaultSurroundings.ts";
import { keepVault } from "./keepVault.ts";
import type { VaultWays } from "./makeVault.ts";
import { newSlotOf } from "./newSlotOf.ts";
import { requireCurrentRoots } from "./requireCurrentRoots.ts";

export type RenewWaysParameters = {
  holder: Holder;
  ways: VaultWays;
  /** Whether the code is the one that the wallet came from: then it must be that one. */
  isOldCode: boolean;
  /** Once the vault has the new root, which is before the chain hears of it. */
  onKept(roots: Roots): void;
};

/** Ends every way to unlock there was: a new root, in a vault that these ways open. */
export async function renewWays(
  surroundings: VaultSurroundings,
  { holder, ways, isOldCode, onKept }: RenewWaysParameters,
): Promise<RenewedRoot> {
  const { address, connection, wallet } = surroundings;
  if (isOldCode) wallet?.open(walletKeyOf(ways.recoveryCode));
  await requireCurrentRoots(surroundings, holder.roots);
  const asked = [await newSlotOf(surroundings, ways.second), { slot: recoverySlot(ways.recoveryCode) }];
  const slots = asked.map(({ slot }) => slot);
  return renewRoot({
    holder,
    async keepVault(roots) {
      const version = (await connection.vaults.get())?.version;
      const vault = await sealVault({ roots, chainId: connection.services.chain.chainId, address, slots });
      await keepVault(surroundings, { vault, version, roots, asked });
      onKept(roots);
    },
  });
}
