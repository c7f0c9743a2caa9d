import { eq, sql } from "drizzle-orm";
import type { Address, Hex } from "viem";
import type { Database } from "../database/Database.ts";
import { transactions } from "../database/schema.ts";

export type NewTransaction = {
  /** What it is known by: the same key is queued once. */
  key: string;
  name: string;
  signer?: Address;
  to: Address;
  data: Hex;
  gas: number;
  /** The account that pays. */
  sender: Address;
  now: number;
};

/**
 * Puts a call at the end of the relay's queue, and answers whether it did: one that is known and has not failed stays as
 * it is. One that has failed starts anew, at a new position, so that what was tried for the old one is not taken for its.
 */
export async function enqueueTransaction(database: Database, transaction: NewTransaction): Promise<boolean> {
  const { key, now, ...call } = transaction;
  const row = {
    ...call,
    signer: call.signer === undefined ? null : lowerCase(call.signer),
    to: lowerCase(call.to),
    sender: lowerCase(call.sender),
    state: "queued" as const,
    nonce: null,
    block: null,
    error: null,
    createdAt: now,
  };
  const queued = await database
    .insert(transactions)
    .values({ key, ...row })
    .onConflictDoUpdate({
      target: transactions.key,
      set: { ...row, position: sql`default` },
      setWhere: eq(transactions.state, "failed"),
    })
    .returning({ position: transactions.position });
  return queued.length > 0;
}

function lowerCase(address: Address): Address {
  return address.toLowerCase() as Address;
}
