import type { Roots } from "#core/sealing/vault/roots.ts";
import { addSlot } from "#core/sealing/vault/sealVault.ts";
import type { NewWay } from "./Keeper.ts";
import { KeeperError } from "./KeeperError.ts";
import type { VaultSurroundings } from "./VaultSurroundings.ts";
import { keepVault } from "./keepVault.ts";
import { newSlotOf } from "./newSlotOf.ts";
import { requireCurrentRoots } from "./requireCurrentRoots.ts";

/** One more way to unlock the vault, which stays as it is otherwise. */
export async function addWay(surroundings: VaultSurroundings, roots: Roots, way: NewWay): Promise<void> {
  const { address, connection } = surroundings;
  await requireCurrentRoots(surroundings, roots);
  const kept = await connection.vaults.get();
  if (kept === undefined) throw new KeeperError("VaultMissing");
  const isTwice = way.kind === "passphrase" && kept.vault.slots.some(({ kind }) => kind === "passphrase");
  if (isTwice) throw new KeeperError("PassphraseThere");
  const asked = await newSlotOf(surroundings, way);
  const { chainId } = connection.services.chain;
  const vault = await addSlot({ vault: kept.vault, roots, chainId, address, slot: asked.slot });
  await keepVault(surroundings, { vault, version: kept.version, roots, asked: [asked] });
}
