import { eq, inArray } from "drizzle-orm";
import { type Hex, type TransactionReceipt, TransactionReceiptNotFoundError } from "viem";
import type { ChainError } from "#core/chain/ChainError.ts";
import type { Database } from "../database/Database.ts";
import { attempts, transactions } from "../database/schema.ts";
import type { Relay } from "./createRelay.ts";
import { keptError } from "./readRelayedMessage.ts";
import { refusalIn, unknownRefusal } from "./refusalIn.ts";
import type { Head, Pending } from "./relayRound.ts";

type Outcome = { of: Pending } & (
  | { is: "included"; block: number }
  | { is: "failed"; block: number; error: ChainError }
  /** Its block is gone. */
  | { is: "sent" }
  /** Somebody else used its nonce, for good. */
  | { is: "queued" }
);

/** Writes down what became of everything that may have been in a block since the last round, or may no longer be. */
export async function settle(relay: Relay, head: Head, pending: Pending[]): Promise<void> {
  const gone = await goneBlocks(relay, head, pending);
  const doubtful = pending.filter(({ state, block, nonce }) =>
    state === "sent" ? nonce < head.nonce : nonce >= head.nonce || gone.has(block!),
  );
  const hashes = await hashesOf(relay, doubtful);
  const outcomes = await Promise.all(doubtful.map((it) => outcomeOf(relay, head, it, hashes.get(it.position) ?? [])));
  await write(
    relay,
    outcomes.filter((it) => it !== undefined),
  );
  relay.newest = head.hash;
  relay.finalNonce = head.finalNonce;
}

/** The blocks of what was settled and is not final that are no longer what they were, or were not looked at before. */
async function goneBlocks(relay: Relay, head: Head, pending: Pending[]): Promise<Set<number>> {
  const numbers = new Set(pending.flatMap(({ block }) => (block === null ? [] : [block])));
  for (const number of relay.blocks.keys()) if (!numbers.has(number)) relay.blocks.delete(number);
  if (relay.newest === head.hash) return new Set();
  const { chain } = relay.gateway;
  const hashAt = async (number: number) =>
    number > head.block ? undefined : (await chain.getBlock({ blockNumber: BigInt(number) })).hash;
  const gone = await Promise.all(
    [...numbers].map(async (number) => {
      const known = relay.blocks.get(number);
      const hash = await hashAt(number);
      if (hash === undefined) relay.blocks.delete(number);
      else relay.blocks.set(number, hash);
      return known === undefined || known !== hash ? [number] : [];
    }),
  );
  return new Set(gone.flat());
}

async function outcomeOf(relay: Relay, head: Head, of: Pending, hashes: Hex[]): Promise<Outcome | undefined> {
  const receipt = await receiptOf(relay, hashes);
  if (receipt === undefined) {
    if (of.nonce < head.finalNonce) return { of, is: "queued" };
    return of.state === "sent" ? undefined : { of, is: "sent" };
  }
  const block = Number(receipt.blockNumber);
  if (!relay.blocks.has(block)) relay.blocks.set(block, receipt.blockHash);
  if (receipt.status === "success") return { of, is: "included", block };
  return { of, is: "failed", block, error: await reasonOf(relay, of, receipt) };
}

/** Of whichever of them is in a block. */
async function receiptOf({ gateway: { chain } }: Relay, hashes: Hex[]): Promise<TransactionReceipt | undefined> {
  for (const hash of hashes) {
    try {
      return await chain.getTransactionReceipt({ hash });
    } catch (error) {
      if (!(error instanceof TransactionReceiptNotFoundError)) throw error;
    }
  }
  return undefined;
}

/** Why it was reverted: what the same call says after its block. */
async function reasonOf({ gateway }: Relay, { position }: Pending, { blockNumber }: TransactionReceipt) {
  const { database, chain, account } = gateway;
  const { to, data, gas } = transactions;
  const [row] = await database.select({ to, data, gas }).from(transactions).where(eq(transactions.position, position));
  const call = { ...row!, gas: BigInt(row!.gas), account: account.address, blockNumber };
  const refusal = await chain.call(call).then(() => undefined, refusalIn);
  return refusal ?? unknownRefusal();
}

async function hashesOf({ gateway: { database } }: Relay, pending: Pending[]): Promise<Map<number, Hex[]>> {
  if (pending.length === 0) return new Map();
  const { hash, transaction } = attempts;
  const positions = pending.map(({ position }) => position);
  const rows = await database.select({ hash, transaction }).from(attempts).where(inArray(transaction, positions));
  const hashes = new Map<number, Hex[]>();
  for (const row of rows) hashes.set(row.transaction, [...(hashes.get(row.transaction) ?? []), row.hash]);
  return hashes;
}

async function write({ gateway: { database, relayEvents }, lease }: Relay, outcomes: Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await database.transaction(async (within: Database) => {
    await lease.hold(within);
    for (const outcome of outcomes) {
      const { position } = outcome.of;
      await within.update(transactions).set(rowOf(outcome)).where(eq(transactions.position, position));
      if (outcome.is === "queued") await within.delete(attempts).where(eq(attempts.transaction, position));
    }
  });
  for (const { of, is } of outcomes) if (of.state !== is) relayEvents.emit(of.key);
}

function rowOf(outcome: Outcome) {
  switch (outcome.is) {
    case "included":
      return { state: outcome.is, block: outcome.block, error: null };
    case "failed":
      return { state: outcome.is, block: outcome.block, error: keptError(outcome.error) };
    case "sent":
      return { state: outcome.is, block: null, error: null };
    case "queued":
      return { state: outcome.is, block: null, error: null, nonce: null };
  }
}
