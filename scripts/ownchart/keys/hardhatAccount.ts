import { type HDAccount, mnemonicToAccount } from "viem/accounts";
import { localChainId } from "../../deploy/localChainId.ts";
import { CommandError } from "../CommandError.ts";
import { UsageError } from "../UsageError.ts";

/** Every local Ethereum chain uses it: its keys are known to all and worth nothing. */
const mnemonic = "test test test test test test test test test test test junk";

export function hardhatAccount(text: string, chainId: number): HDAccount {
  if (!/^\d{1,4}$/.test(text)) throw new UsageError("--account takes a number, such as 8.");
  if (chainId !== localChainId) throw new CommandError("AccountOnLocalChainOnly");
  return mnemonicToAccount(mnemonic, { addressIndex: Number(text) });
}
