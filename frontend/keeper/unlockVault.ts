import { type Address, sha256 } from "viem";
import type { FullConnection } from "#client/connect.ts";
import { chartPlaceOf } from "#core/chart/chartPlaceOf.ts";
import { type Unlock, openVault } from "#core/sealing/vault/openVault.ts";
import { passphraseUnlock } from "#core/sealing/vault/passphrase.ts";
import { recoveryUnlock } from "#core/sealing/vault/recoveryCode.ts";
import { requireCurrentVault } from "#core/sealing/vault/requireCurrentVault.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";
import type { Way } from "./Keeper.ts";
import { KeeperError } from "./KeeperError.ts";

export type UnlockVaultParameters = { address: Address; connection: FullConnection; way: Way };

/** The roots in the vault that the gateway keeps, held against the chain, so that it cannot serve an old one. */
export async function unlockVault({ address, connection, way }: UnlockVaultParameters): Promise<Roots> {
  const { services, vaults } = connection;
  const { chain } = services;
  const kept = await vaults.get();
  if (kept === undefined) throw new KeeperError("VaultMissing");
  const roots = await openVault({ vault: kept.vault, unlock: unlockBy(way), chainId: chain.chainId, address });
  const [chart, publishedKey] = await Promise.all([chain.chartOf(address), chain.publishedKey(address)]);
  const keysetHash = chart?.keysetHashes.get(chart.epoch) ?? sha256("0x");
  const place = chartPlaceOf(services, address);
  requireCurrentVault({ roots, place, chart: chart && { epoch: chart.epoch, keysetHash }, publishedKey });
  return roots;
}

function unlockBy(way: Way): Unlock {
  return way.kind === "passphrase" ? passphraseUnlock(way.passphrase) : recoveryUnlock(way.code);
}
