import { sql } from "drizzle-orm";
import type { Database } from "./Database.ts";

/** Within a transaction: one at a time for the same thing, on whichever gateway, until the transaction ends. */
export async function lockFor(transaction: Database, what: string): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`);
}
