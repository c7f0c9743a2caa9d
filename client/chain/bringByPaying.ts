import { type Address, type Hex, type ReplacementReturnType, WaitForTransactionReceiptTimeoutError } from "viem";
import { chainErrorIn } from "#core/chain/ChainError.ts";
import { ClientError } from "../ClientError.ts";
import type { Bring } from "./Change.ts";
import type { ClientChain } from "./ClientChain.ts";
import type { SentMemory } from "./SentMessage.ts";

export type BringByPayingParameters = {
  chain: ClientChain;
  pay: (transaction: { to: Address; data: Hex }) => Promise<Hex>;
  /** How long a transaction is waited for. */
  milliseconds?: number;
  sent?: SentMemory | undefined;
};

/** Brings messages by transactions of one's own account. */
export function bringByPaying({ chain, pay, milliseconds = 300_000, sent }: BringByPayingParameters): Bring {
  const { client } = chain;
  return async ({ to, data, digest }) => {
    const hash = await pay({ to, data }).catch((cause: unknown) => {
      throw chainErrorIn(cause) ?? new ClientError("TransactionNotSent", { cause });
    });
    await sent?.paid(digest, { hash, nonce: await nonceOf(chain, hash) });
    let isCancelled = false;
    // Where the wallet has replaced it by one that pays more, that one's receipt is what comes back.
    const onReplaced = ({ reason }: ReplacementReturnType) => void (isCancelled = reason !== "repriced");
    const waiting = client.waitForTransactionReceipt({ hash, timeout: milliseconds, onReplaced });
    const receipt = await waiting.catch((error: unknown) => {
      throw error instanceof WaitForTransactionReceiptTimeoutError ? new ClientError("TransactionWaiting") : error;
    });
    if (isCancelled) throw new ClientError("TransactionCancelled");
    if (receipt.status === "success") return;
    await client.call({ to, data }).catch((error: unknown) => {
      throw chainErrorIn(error) ?? error;
    });
    throw new ClientError("TransactionReverted");
  };
}

/** By which a replacement is known later; undefined where the node does not know the transaction, or not yet. */
async function nonceOf({ client }: ClientChain, hash: Hex): Promise<number | undefined> {
  return client.getTransaction({ hash }).then(
    ({ nonce }) => nonce,
    () => undefined,
  );
}
