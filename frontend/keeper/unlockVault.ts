import { SealingError } from "#core/sealing/SealingError.ts";
import { type Unlock, openVault } from "#core/sealing/vault/openVault.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";
import type { Way } from "./Keeper.ts";
import { KeeperError } from "./KeeperError.ts";
import type { VaultSurroundings } from "./VaultSurroundings.ts";
import { askingOnce } from "./askingOnce.ts";
import { rememberWallet } from "./keepVault.ts";
import { keptVault } from "./keptVault.ts";
import { requireCurrentRoots } from "./requireCurrentRoots.ts";
import { unlockBy } from "./unlockBy.ts";
import { walletHere } from "./walletHere.ts";

/** The roots in the vault that the gateway keeps, held against the chain. */
export async function unlockVault(surroundings: VaultSurroundings, way: Way): Promise<Roots> {
  const unlock = askingOnce(await unlockBy(surroundings, way));
  const { wallet } = surroundings;
  const isComingBack = wallet !== undefined && !wallet.isOpen();
  if (isComingBack) await openWalletHere(surroundings, unlock);
  const vault = await keptVault(surroundings);
  if (vault === undefined) throw new KeeperError("VaultMissing");
  const roots = await opened(surroundings, { vault, unlock }).catch((error: unknown) => {
    const isRemoved = isComingBack && error instanceof SealingError && error.name === "SlotDoesNotOpen";
    throw isRemoved ? new KeeperError("WayRemoved", { cause: error }) : error;
  });
  await requireCurrentRoots(surroundings, roots);
  await rememberWallet(surroundings, { vault, roots });
  return roots;
}

/** The gateway gives a vault to its owner alone, and the key to prove that is behind the vault: so the copy comes first. */
async function openWalletHere(surroundings: VaultSurroundings, unlock: Unlock): Promise<void> {
  const { address, memory, wallet } = surroundings;
  const here = (await memory.read(address))?.wallet;
  if (here === undefined) throw new KeeperError("WalletNotHere");
  const roots = await opened(surroundings, { vault: here.vault, unlock });
  wallet?.open(await walletHere(surroundings, roots));
}

function opened(
  { address, connection }: VaultSurroundings,
  parameters: Omit<Parameters<typeof openVault>[0], "chainId" | "address">,
) {
  return openVault({ ...parameters, chainId: connection.services.chain.chainId, address });
}
