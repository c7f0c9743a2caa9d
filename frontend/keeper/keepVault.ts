import { type Hex, bytesToHex, hexToBytes } from "viem";
import type { Roots } from "#core/sealing/vault/roots.ts";
import type { Vault } from "#core/sealing/vault/Vault.ts";
import { sealLocalWallet } from "#core/sealing/vault/localWallet.ts";
import type { DeviceRecord } from "../device/DeviceMemory.ts";
import { KeeperError } from "./KeeperError.ts";
import type { VaultSurroundings } from "./VaultSurroundings.ts";
import type { AskedSlot } from "./newSlotOf.ts";

export type KeepVaultParameters = { vault: Vault; version: number | undefined; roots: Roots; asked: AskedSlot[] };

/** Has the gateway keep a vault, looks whether it does, and only then remembers here what belongs to it. */
export async function keepVault(
  surroundings: VaultSurroundings,
  { vault, version, roots, asked }: KeepVaultParameters,
): Promise<void> {
  const { connection, memory, address } = surroundings;
  await connection.vaults.put({ vault, version });
  const kept = await connection.vaults.get();
  if (JSON.stringify(kept?.vault) !== JSON.stringify(vault)) throw new KeeperError("VaultNotKept");

  const known = await memory.read(address);
  const salts = new Set(vault.slots.map(({ salt }) => salt));
  const device = asked.find((it) => it.device !== undefined)?.device ?? known?.device;
  // All at once: a device that is closed here has either everything that leads to the vault, or nothing of it.
  await memory.remember(address, {
    added: addedHere(known?.added ?? {}, asked, salts),
    device: device && salts.has(device.salt) ? device : undefined,
    ...walletRecord(surroundings, { vault, roots }),
  });
}

/** When which was added, without what the vault no longer has. */
function addedHere(known: DeviceRecord["added"], asked: AskedSlot[], salts: Set<Hex>): DeviceRecord["added"] {
  const now = Math.floor(Date.now() / 1000);
  const added = { ...known };
  for (const { slot } of asked) added[bytesToHex(slot.salt)] = now;
  for (const salt of Object.keys(added) as Hex[]) if (!salts.has(salt)) delete added[salt];
  return added;
}

/** A wallet that was made here comes back with the vault; so its key, sealed, and the newest vault lie on the device. */
export async function rememberWallet(surroundings: VaultSurroundings, opened: OpenedVault): Promise<void> {
  const record = walletRecord(surroundings, opened);
  if (record !== undefined) await surroundings.memory.remember(surroundings.address, record);
}

type OpenedVault = { vault: Vault; roots: Roots };

/** Undefined for a wallet of the browser's. */
function walletRecord({ wallet, address }: VaultSurroundings, { vault, roots }: OpenedVault) {
  if (wallet === undefined) return undefined;
  const sealedKey = sealLocalWallet({ roots, address, privateKey: hexToBytes(wallet.privateKey()) });
  return { wallet: { sealedKey, vault }, usedAt: Math.floor(Date.now() / 1000) };
}
