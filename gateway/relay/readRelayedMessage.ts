import { and, desc, eq } from "drizzle-orm";
import type { Hex } from "viem";
import type { ChainError } from "#core/chain/ChainError.ts";
import type { Database } from "../database/Database.ts";
import { attempts, transactions } from "../database/schema.ts";

/** What has become of a message, as everybody may know who knows its digest. */
export type RelayedMessage = {
  digest: Hex;
  state: "queued" | "sent" | "included" | "failed";
  /** Every transaction that was made of it, the newest first; at most one of them is in a block. */
  transactions: Hex[];
  error?: { name: string; title: string };
};

/** Undefined for what was never relayed here. */
export async function readRelayedMessage(database: Database, digest: Hex): Promise<RelayedMessage | undefined> {
  const rows = await database
    .select({ state: transactions.state, error: transactions.error, hash: attempts.hash })
    .from(transactions)
    .leftJoin(attempts, eq(attempts.transaction, transactions.position))
    .where(and(eq(transactions.key, digest)))
    .orderBy(desc(attempts.sentAt));
  const [row] = rows;
  if (row === undefined) return undefined;
  const hashes = rows.flatMap(({ hash }) => (hash === null ? [] : [hash]));
  return { digest, state: row.state, transactions: hashes, ...(row.error !== null && { error: told(row.error) }) };
}

/** A refusal as it is kept: its name, and the sentence that a person is told. */
export function keptError({ name, message }: ChainError): string {
  return `${name} ${message}`;
}

function told(kept: string): { name: string; title: string } {
  const [name = kept] = kept.split(" ", 1);
  return { name, title: kept.slice(name.length + 1) };
}
