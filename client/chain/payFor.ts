import { type Address, type Hex, TransactionReceiptNotFoundError } from "viem";
import { chainErrorIn } from "#core/chain/ChainError.ts";
import { ClientError } from "../ClientError.ts";
import { wait } from "../wait.ts";
import type { ClientChain } from "./ClientChain.ts";

export type Pay = (transaction: { to: Address; data: Hex }) => Promise<Hex>;

export type PayForParameters = {
  chain: ClientChain;
  pay: Pay;
  transaction: { to: Address; data: Hex };
  /** Whose word counts at the contract, where it is asked why it refuses. */
  account?: Address;
  /** Told once it is sent. */
  onSent?: (sent: { hash: Hex; nonce: number | undefined }) => Promise<void>;
  /** How long it is waited for. */
  milliseconds?: number;
};

/**
 * Has a wallet send a transaction, and waits until it is in a block. One that the wallet has replaced counts as cancelled,
 * even if the other one pays more for the same: what is on chain tells that.
 */
export async function payFor(parameters: PayForParameters): Promise<void> {
  const { chain, pay, transaction, account, onSent, milliseconds = 300_000 } = parameters;
  const hash = await pay(transaction).catch((cause: unknown) => {
    throw chainErrorIn(cause) ?? new ClientError("TransactionNotSent", { cause });
  });
  const own = await transactionOf(chain, hash);
  await onSent?.({ hash, nonce: own?.nonce });
  const receipt = await receiptOf({ chain, hash, own, until: Date.now() + milliseconds });
  if (receipt.status === "success") return;
  await chain.client.call({ ...transaction, ...(account && { account }) }).catch((error: unknown) => {
    throw chainErrorIn(error) ?? error;
  });
  throw new ClientError("TransactionReverted");
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
