import { sha256 } from "viem";
import type { Connection } from "#client/Connection.ts";
import { chartPlaceOf } from "#core/chart/chartPlaceOf.ts";
import { SealingError } from "#core/sealing/SealingError.ts";
import type { Vault } from "#core/sealing/vault/Vault.ts";
import { openVault } from "#core/sealing/vault/openVault.ts";
import { passphraseUnlock } from "#core/sealing/vault/passphrase.ts";
import { requireCurrentVault } from "#core/sealing/vault/requireCurrentVault.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";
import type { Address } from "viem";
import { CommandError } from "../CommandError.ts";

export type RootsParameters = { connection: Connection; address: Address };

/** The roots in the vault that the gateway keeps, held against the chain. */
export async function rootsAtGateway(parameters: RootsParameters & { passphrase: string }): Promise<Roots> {
  const { connection, address, passphrase } = parameters;
  const kept = await connection.vaults.get();
  if (kept === undefined) throw new CommandError("VaultMissing");
  const { chainId } = connection.services.chain;
  const unlock = passphraseUnlock(passphrase);
  const roots = await openVault({ vault: kept.vault, unlock, chainId, address });
  await requireCurrentRoots({ connection, address, roots });
  return roots;
}

/** Those of a key file, or where another device has newer ones, those at the gateway. */
export async function newestRoots(parameters: RootsParameters & { roots: Roots; passphrase: string }): Promise<Roots> {
  const { connection, address, roots } = parameters;
  try {
    await requireCurrentRoots({ connection, address, roots });
    return roots;
  } catch (error) {
    if (!(error instanceof SealingError) || error.name !== "StaleVault") throw error;
  }
  return rootsAtGateway(parameters).catch((error: unknown) => {
    const isOfAnotherPassphrase = error instanceof SealingError && error.name === "SlotDoesNotOpen";
    throw isOfAnotherPassphrase ? new CommandError("KeyFileStale", { cause: error }) : error;
  });
}

export async function requireCurrentRoots({ connection, address, roots }: RootsParameters & { roots: Roots }) {
  const { chain } = connection.services;
  const place = chartPlaceOf(connection.services, address);
  const [chart, publishedKey] = await Promise.all([chain.chartOf(address), chain.publishedKey(address)]);
  const keysetHash = chart?.keysetHashes.get(chart.epoch) ?? sha256("0x");
  requireCurrentVault({ roots, place, chart: chart && { epoch: chart.epoch, keysetHash }, publishedKey });
}

/** Has a vault kept, and looks whether it was. */
export async function putVault({ vaults }: Connection, vault: Vault): Promise<void> {
  await vaults.put({ vault, version: undefined });
  const kept = await vaults.get();
  if (JSON.stringify(kept?.vault) !== JSON.stringify(vault)) throw new CommandError("VaultNotKept");
}
