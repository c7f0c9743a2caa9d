import type { Address } from "viem";
import type { FullConnection } from "#client/connect.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { passphraseSlot } from "#core/sealing/vault/passphrase.ts";
import { createRecoveryCode, recoverySlot } from "#core/sealing/vault/recoveryCode.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";
import { sealVault } from "#core/sealing/vault/sealVault.ts";
import { KeeperError } from "./KeeperError.ts";

export type MakeVaultParameters = { address: Address; connection: FullConnection; ways: { passphrase: string } };

/** A vault with a new root, kept at the gateway before anything is sealed by it. */
export async function makeVault({ address, connection, ways }: MakeVaultParameters) {
  const { vaults, services } = connection;
  if ((await vaults.get()) !== undefined) throw new KeeperError("VaultThere");
  const recoveryCode = createRecoveryCode();
  const slots = [await passphraseSlot(ways.passphrase), recoverySlot(recoveryCode)];
  const roots: Roots = [{ firstEpoch: 0, root: randomBytes(32) }];
  const vault = await sealVault({ roots, chainId: services.chain.chainId, address, slots });
  await vaults.put({ vault, version: undefined });
  const kept = await vaults.get();
  if (JSON.stringify(kept?.vault) !== JSON.stringify(vault)) throw new KeeperError("VaultNotKept");
  return { roots, recoveryCode };
}
