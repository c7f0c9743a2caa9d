import { bytesToHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { openVault } from "#core/sealing/vault/openVault.ts";
import { recoveryUnlock } from "#core/sealing/vault/recoveryCode.ts";
import { walletKeyOf } from "#core/sealing/vault/walletKeyOf.ts";
import { command } from "../Command.ts";
import { CommandError } from "../CommandError.ts";
import { choosePassphrase } from "../keys/choosePassphrase.ts";
import { readSecret } from "../keys/readSecret.ts";
import { sealKeyFile } from "../keys/sealKeyFile.ts";
import { requireCurrentRoots } from "../keys/unlockedRoots.ts";
import { writeKeyFile } from "../keys/writeKeyFile.ts";

export const keysRestore = command({
  name: "keys restore",
  summary: "bring keys back from the recovery code",
  operands: ["FILE"],
  description: "The code gives the wallet, the gateway the vault. The file gets a passphrase of its own.",
  examples: ["keys restore maya.keys", "keys restore maya.keys --recovery-code-file code.txt"],
  options: {
    "recovery-code-file": { type: "string", value: "FILE", help: "else OWNCHART_RECOVERY_CODE, else it is asked for" },
  },
  async run(context, { values, operands }) {
    const recoveryCode = await readSecret({
      context,
      file: values["recovery-code-file"],
      variable: "OWNCHART_RECOVERY_CODE",
      question: "Recovery code: ",
      otherwise: "RecoveryCodeMissing",
    });
    const account = privateKeyToAccount(bytesToHex(walletKeyOf(recoveryCode)));
    const connection = await context.connectionOf(account);
    const { chainId } = connection.services.chain;
    const { address } = account;
    const kept = await connection.vaults.get();
    if (kept === undefined) throw new CommandError("VaultMissing");
    const roots = await openVault({ vault: kept.vault, unlock: recoveryUnlock(recoveryCode), chainId, address });
    await requireCurrentRoots({ connection, address, roots });

    const { passphrase, isOffered } = await choosePassphrase(context);
    const keys = await sealKeyFile({ roots, recoveryCode, passphrase, chainId });
    await writeKeyFile(operands[0]!, keys);
    return {
      text: [`${operands[0]} holds the keys of ${keys.vault.address} again.`],
      json: { file: operands[0], address: keys.vault.address, chainId, ...(isOffered && { passphrase }) },
    };
  },
});
