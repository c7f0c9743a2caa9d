import { and, asc, eq, gte, inArray } from "drizzle-orm";
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
  const { hash, sentAt, maxFeePerGas, maxPriorityFeePerGas } = attempts;
  const rows = await database
    .select({
      position: transactions.position,
      nonce: transactions.nonce,
      hash,
      sentAt,
      maxFeePerGas,
      maxPriorityFeePerGas,
    })
    .from(transactions)
    .innerJoin(attempts, eq(attempts.transaction, transactions.position))
    .where(isWaiting)
    .orderBy(asc(transactions.nonce));
  const dearest = new Map<number, Unsettled>();
  for (const { position, nonce, hash, sentAt, ...row } of rows) {
    const fees = { maxFeePerGas: BigInt(row.maxFeePerGas), maxPriorityFeePerGas: BigInt(row.maxPriorityFeePerGas) };
    const known = dearest.get(position);
    if (known !== undefined && known.fees.maxFeePerGas >= fees.maxFeePerGas) continue;
    dearest.set(position, { position, nonce: nonce!, hash, sentAt, fees });
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
