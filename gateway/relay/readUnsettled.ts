import { and, asc, eq, getTableColumns, gte, inArray } from "drizzle-orm";
import type { Hex } from "viem";
import { attempts, transactions } from "../database/schema.ts";
import type { Relay } from "./createRelay.ts";
import type { Fees } from "./readFees.ts";
import type { Head } from "./relayRound.ts";

/** What waits for a block, and the dearest attempt so far, which is the one that nodes know. */
export type Unsettled = { position: number; nonce: number; hash: Hex; sentAt: number; fees: Fees };

/** Ascending by nonce. */
export async function readUnsettled({ gateway: { database }, sender }: Relay, head: Head): Promise<Unsettled[]> {
  const isWaiting = and(
    eq(transactions.sender, sender),
    eq(transactions.state, "sent"),
    gte(transactions.nonce, head.nonce),
  );
  const { raw: _, ...attempt } = getTableColumns(attempts);
  const rows = await database
    .select({ ...attempt, nonce: transactions.nonce })
    .from(transactions)
    .innerJoin(attempts, eq(attempts.transaction, transactions.position))
    .where(isWaiting)
    .orderBy(asc(transactions.nonce));
  const dearest = new Map<number, Unsettled>();
  for (const row of rows) {
    const fees = { maxFeePerGas: BigInt(row.maxFeePerGas), maxPriorityFeePerGas: BigInt(row.maxPriorityFeePerGas) };
    const { transaction: position, hash, sentAt } = row;
    const known = dearest.get(position);
    if (known !== undefined && known.fees.maxFeePerGas >= fees.maxFeePerGas) continue;
    dearest.set(position, { position, nonce: row.nonce!, hash, sentAt, fees });
  }
  return [...dearest.values()];
}

/** The bytes of attempts, by their hashes. */
export async function readRaw({ gateway: { database } }: Relay, hashes: readonly Hex[]): Promise<Map<Hex, Hex>> {
  const { hash, raw } = attempts;
  const rows = await database
    .select({ hash, raw })
    .from(attempts)
    .where(inArray(hash, [...hashes]));
  return new Map(rows.map((row) => [row.hash, row.raw]));
}
