import type { Connection } from "#client/Connection.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { openVault } from "#core/sealing/vault/openVault.ts";
import { passphraseSlot, passphraseUnlock } from "#core/sealing/vault/passphrase.ts";
import { recoverySlot } from "#core/sealing/vault/recoveryCode.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";
import { sealVault } from "#core/sealing/vault/sealVault.ts";
import type { Person } from "./people.ts";
import { samplePassphrase } from "./samplePassphrase.ts";
import { sampleRecoveryCode } from "./sampleRecoveryCode.ts";

/** A sample person with their vault unlocked; with a new one, kept at the gateway, if there was none. */
export async function openSampleVault(person: Person, { services, vaults }: Connection): Promise<Holder> {
  const { address } = person.account;
  const { chainId } = services.chain;
  const kept = await vaults.get();
  if (kept !== undefined) {
    const unlock = passphraseUnlock(samplePassphrase);
    return { address, services, roots: await openVault({ vault: kept.vault, unlock, chainId, address }) };
  }
  const roots: Roots = [{ firstEpoch: 0, root: randomBytes(32) }];
  const slots = [await passphraseSlot(samplePassphrase), recoverySlot(sampleRecoveryCode(address))];
  await vaults.put({ vault: await sealVault({ roots, chainId, address, slots }), version: undefined });
  return { address, services, roots };
}
