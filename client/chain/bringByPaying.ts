import { type Address, type Hex, WaitForTransactionReceiptTimeoutError } from "viem";
import { chainErrorIn } from "#core/chain/ChainError.ts";
import { ClientError } from "../ClientError.ts";
import type { Bring } from "./Change.ts";
import type { ClientChain } from "./ClientChain.ts";

export type BringByPayingParameters = {
  chain: ClientChain;
  pay: (transaction: { to: Address; data: Hex }) => Promise<Hex>;
  /** How long a transaction is waited for. */
  milliseconds?: number;
};

/** Brings messages by transactions of one's own account. */
export function bringByPaying({ chain, pay, milliseconds = 300_000 }: BringByPayingParameters): Bring {
  const { client } = chain;
  return async ({ to, data }) => {
    const hash = await pay({ to, data }).catch((cause: unknown) => {
      throw chainErrorIn(cause) ?? new ClientError("TransactionNotSent", { cause });
    });
    // Where the wallet has replaced it by one that pays more, that one's receipt is what comes back.
    const receipt = await client.waitForTransactionReceipt({ hash, timeout: milliseconds }).catch((error: unknown) => {
      throw error instanceof WaitForTransactionReceiptTimeoutError ? new ClientError("TransactionWaiting") : error;
    });
    if (receipt.status === "success") return;
    await client.call({ to, data }).catch((error: unknown) => {
      throw chainErrorIn(error) ?? error;
    });
    throw new ClientError("TransactionReverted");
  };
}
