import { randomBytes } from "#core/sealing/randomBytes.ts";
import { recoverySlot } from "#core/sealing/vault/recoveryCode.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";
import { sealVault } from "#core/sealing/vault/sealVault.ts";
import type { NewWay } from "./Keeper.ts";
import { KeeperError } from "./KeeperError.ts";
import type { VaultSurroundings } from "./VaultSurroundings.ts";
import { keepVault } from "./keepVault.ts";
import { newSlotOf } from "./newSlotOf.ts";

export type VaultWays = { recoveryCode: string; second: NewWay };

/** A vault with a new root, kept at the gateway before anything is sealed by it. */
export async function makeVault(surroundings: VaultSurroundings, ways: VaultWays): Promise<Roots> {
  const { address, connection } = surroundings;
  if ((await connection.vaults.get()) !== undefined) throw new KeeperError("VaultThere");
  const asked = [await newSlotOf(surroundings, ways.second), { slot: recoverySlot(ways.recoveryCode) }];
  const roots: Roots = [{ firstEpoch: 0, root: randomBytes(32) }];
  const { chainId } = connection.services.chain;
  const vault = await sealVault({ roots, chainId, address, slots: asked.map(({ slot }) => slot) });
  await keepVault(surroundings, { vault, version: undefined, roots, asked });
  return roots;
}
