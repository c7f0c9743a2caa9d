import { sql } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "../database/Database.ts";

/**
 * Lets no other transaction that locks the same chart go on until this one ends. A row that is not there yet cannot be
 * locked, and a capsule must not come in while it is being erased. Whoever changes several of a chart's capsules locks it
 * too, so that no two wait for each other.
 */
export async function lockChart(transaction: Database, subject: Address): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`);
}
