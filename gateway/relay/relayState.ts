import { and, eq, inArray, sql } from "drizzle-orm";
import type { Address } from "viem";
import type { Gateway } from "../Gateway.ts";
import { transactions } from "../database/schema.ts";

export type RelayState = {
  queued: number;
  sent: number;
  /** How long the one that has waited longest has. */
  oldestSeconds: number;
  /** In wei: what there is to pay with. */
  balance: bigint;
};

/** For the operator. Costs one question to the chain, and to the database one that grows with what waits. */
export async function relayState({ database, chain, account, now }: Gateway): Promise<RelayState> {
  const isOpen = and(
    eq(transactions.sender, account.address.toLowerCase() as Address),
    inArray(transactions.state, ["queued", "sent"]),
  );
  const [[row], balance] = await Promise.all([
    database
      .select({
        queued: count("queued"),
        sent: count("sent"),
        oldest: sql<number | null>`min(${transactions.createdAt})`,
      })
      .from(transactions)
      .where(isOpen),
    chain.getBalance({ address: account.address }),
  ]);
  const { queued, sent, oldest } = row!;
  return { queued, sent, oldestSeconds: oldest === null ? 0 : Math.max(0, now() - Number(oldest)), balance };
}

function count(state: "queued" | "sent") {
  return sql<number>`count(*) filter (where ${transactions.state} = ${state})`.mapWith(Number);
}
