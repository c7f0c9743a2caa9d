import type { Vault } from "#core/sealing/vault/Vault.ts";
import type { VaultSurroundings } from "./VaultSurroundings.ts";

/** The vault at the gateway. One that a gateway has lost is brought again, where this device has a copy. */
export async function keptVault({
  address,
  connection,
  memory,
}: Pick<VaultSurroundings, "address" | "connection" | "memory">): Promise<Vault | undefined> {
  const kept = await connection.vaults.get();
  if (kept !== undefined) return kept.vault;
  const copy = (await memory.read(address))?.wallet?.vault;
  if (copy !== undefined) await connection.vaults.put({ vault: copy, version: undefined });
  return copy;
}
