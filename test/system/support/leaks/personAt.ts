import { randomBytes, randomInt } from "node:crypto";
import { type Address, type LocalAccount, hexToBytes } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { connect } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { identitySeed } from "#core/sealing/identitySeed.ts";
import { createRecoveryCode, recoverySlot } from "#core/sealing/vault/recoveryCode.ts";
import { passphraseSlot } from "#core/sealing/vault/passphrase.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";
import { sealVault } from "#core/sealing/vault/sealVault.ts";
import type { Stack } from "../stack.ts";
import type { Planted } from "./planted.ts";

export type PlantedPerson = ReturnType<typeof personAt>;

/** Somebody all of whose secrets are known to the test. */
export function personAt(
  stack: Pick<Stack, "chainUrl" | "gatewayUrl" | "deployment">,
  planted: Planted,
  account?: LocalAccount,
) {
  const { chainUrl: rpcUrl, gatewayUrl, deployment } = stack;
  const signer = account ?? newAccount(planted);
  const connection = connect({
    rpcUrl,
    gatewayUrl,
    deployment,
    signer: signer as Parameters<typeof connect>[0]["signer"],
  });
  const address = signer.address.toLowerCase() as Address;
  const roots: Roots = [{ firstEpoch: 0, root: new Uint8Array(randomBytes(32)) }];
  const holder: Holder = { address, roots, services: connection.services };
  return { account: signer, address, connection, holder, keepVault, about: aboutSomebody(planted) };

  /** At the gateway, under a passphrase and a recovery code of its own each time. */
  async function keepVault(kept: Roots = roots): Promise<void> {
    const { chainId } = deployment;
    for (const { root } of kept) {
      planted.plant("sealed", "root", root);
      planted.plant("sealed", "identity", identitySeed({ root, chainId, address }));
    }
    const recoveryCode = createRecoveryCode();
    planted.plant("sealed", "recovery code", recoveryCode);
    planted.plant("sealed", "recovery code without hyphens", recoveryCode.replaceAll("-", ""));
    const passphrase = planted.word("sealed", "passphrase");
    const slots = [await passphraseSlot(passphrase), recoverySlot(recoveryCode)];
    const version = (await connection.vaults.get())?.version;
    await connection.vaults.put({ vault: await sealVault({ roots: kept, chainId, address, slots }), version });
  }
}

function newAccount(planted: Planted): LocalAccount {
  const key = generatePrivateKey();
  planted.plant("sealed", "wallet key", hexToBytes(key));
  return privateKeyToAccount(key);
}

function aboutSomebody(planted: Planted) {
  const birthDate = new Date(Date.UTC(randomInt(1930, 2010), randomInt(12), randomInt(1, 28)))
    .toISOString()
    .slice(0, 10);
  planted.plant("sealed", "birth date", birthDate);
  return { name: `${planted.word("sealed", "first name")} ${planted.word("sealed", "family name")}`, birthDate };
}
