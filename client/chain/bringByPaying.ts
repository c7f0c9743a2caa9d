import { type Address, type Hex, TransactionReceiptNotFoundError } from "viem";
import { chainErrorIn } from "#core/chain/ChainError.ts";
import { ClientError } from "../ClientError.ts";
import { wait } from "../wait.ts";
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

/**
 * Brings messages by transactions of one's own account. One that a wallet has replaced counts as cancelled here, even if the
 * other one pays more for the same: the events tell that to whoever sends the message.
 */
export function bringByPaying({ chain, pay, milliseconds = 300_000, sent }: BringByPayingParameters): Bring {
  const { client } = chain;
  return async ({ to, data, digest }) => {
    const hash = await pay({ to, data }).catch((cause: unknown) => {
      throw chainErrorIn(cause) ?? new ClientError("TransactionNotSent", { cause });
    });
    const own = await transactionOf(chain, hash);
    await sent?.paid(digest, { hash, nonce: own?.nonce });
    const receipt = await receiptOf({ chain, hash, own, until: Date.now() + milliseconds });
    if (receipt.status === "success") return;
    await client.call({ to, data }).catch((error: unknown) => {
      throw chainErrorIn(error) ?? error;
    });
    throw new ClientError("TransactionReverted");
  };
}

type Own = { from: Address; nonce: number };

/** By which a replacement is known later; undefined where the node does not know the transaction, or not yet. */
async function transactionOf({ client }: ClientChain, hash: Hex): Promise<Own | undefined> {
  return client.getTransaction({ hash }).catch(() => undefined);
}

type Waiting = { chain: ClientChain; hash: Hex; own: Own | undefined; until: number };

async function receiptOf({
  chain: { client },
  hash,
  own,
  until,
}: Waiting): Promise<{ status: "success" | "reverted" }> {
  for (let looksSincePassed = 0; Date.now() < until;) {
    const isPassed = own !== undefined && (await client.getTransactionCount({ address: own.from })) > own.nonce;
    const receipt = await client.getTransactionReceipt({ hash }).catch(orUndefined);
    if (receipt !== undefined) return receipt;
    if (isPassed && ++looksSincePassed > mostLooks) throw new ClientError("TransactionCancelled");
    await wait(client.pollingInterval);
  }
  throw new ClientError("TransactionWaiting");
}

/** A node may count a transaction a little before it knows its receipt. */
const mostLooks = 3;

function orUndefined(error: unknown): undefined {
  if (!(error instanceof TransactionReceiptNotFoundError)) throw error;
}
