import { randomBytes } from "#core/sealing/randomBytes.ts";
import { createRecoveryCode } from "#core/sealing/vault/recoveryCode.ts";
import { command } from "../Command.ts";
import { CommandError } from "../CommandError.ts";
import type { Context } from "../Context.ts";
import { choosePassphrase } from "../keys/choosePassphrase.ts";
import { sealKeyFile } from "../keys/sealKeyFile.ts";
import { writeKeyFile } from "../keys/writeKeyFile.ts";

export const keysCreate = command({
  name: "keys create",
  summary: "make new keys: a wallet, a vault, a recovery code",
  operands: ["FILE"],
  description:
    "The recovery code brings back wallet and vault, and is shown once: print it. The passphrase opens the file; " +
    "six words are offered. Nothing leaves this machine; join or open-chart keeps the vault at the gateway. " +
    "The keys are for the chain that --chain names.",
  examples: ["keys create maya.keys", "keys create batch.keys --json --passphrase-file secret.txt"],
  options: { yes: { type: "boolean", short: "y", help: "do not ask for a part of the recovery code" } },
  async run(context, { values, operands }) {
    const [file] = operands;
    const chainId = await context.chainId();
    const recoveryCode = createRecoveryCode();
    context.print("Recovery code, shown this once:", "", `  ${recoveryCode}`, "");
    if (values.yes !== true && !context.isJson) await requireNoted(context, recoveryCode);

    const { passphrase, isOffered } = await choosePassphrase(context);
    const roots = [{ firstEpoch: 0, root: randomBytes(32) }] as const;
    const keys = await sealKeyFile({ roots, recoveryCode, passphrase, chainId });
    await writeKeyFile(file!, keys);
    const { address } = keys.vault;
    return {
      text: [`${file} holds the keys of ${address}.`],
      json: { file, address, chainId, recoveryCode, ...(isOffered && { passphrase }) },
    };
  },
});

async function requireNoted(context: Context, code: string): Promise<void> {
  const group = randomBytes(1)[0]! % 5;
  const answer = await context.ask(`Note it down. Then type its group number ${group + 1} of 6: `);
  if (answer?.trim().toUpperCase() !== code.split("-")[group]) throw new CommandError("RecoveryCodeNotNoted");
}
