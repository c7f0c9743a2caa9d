import { type SlotKind } from "#core/sealing/vault/Vault.ts";
import type { VaultSurroundings } from "./VaultSurroundings.ts";
import { keptVault } from "./keptVault.ts";

/** What opens the vault from this device, easiest first; undefined where there is no vault. */
export async function waysToUnlock(surroundings: VaultSurroundings): Promise<SlotKind[] | undefined> {
  const { address, memory, wallet } = surroundings;
  const here = await memory.read(address);
  const isClosed = wallet !== undefined && !wallet.isOpen();
  const vault = isClosed ? here?.wallet?.vault : await keptVault(surroundings);
  if (vault === undefined) return undefined;
  const isHere = ({ kind, salt }: { kind: string; salt: string }) => kind !== "device" || salt === here?.device?.salt;
  const kinds = new Set(vault.slots.filter(isHere).map(({ kind }) => kind));
  return easiestFirst.filter((kind) => kinds.has(kind));
}

const easiestFirst: SlotKind[] = ["device", "passkey", "passphrase", "recovery"];
