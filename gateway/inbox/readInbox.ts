import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import type { Address } from "viem";
import type { Gateway } from "../Gateway.ts";
import { inbox } from "../database/schema.ts";

export type ReadInboxParameters = { owner: Address; after: number };

const mostMessages = 100;
const mostBytes = 2 ** 20;

/** The oldest messages after a position: at most a hundred, and at most a mebibyte. */
export async function readInbox({ database }: Gateway, { owner, after }: ReadInboxParameters) {
  const isNext = and(eq(inbox.owner, owner), gt(inbox.position, after));
  const size = sql`octet_length(${inbox.body})`.mapWith(Number);
  const next = await database
    .select({ position: inbox.position, size })
    .from(inbox)
    .where(isNext)
    .orderBy(asc(inbox.position))
    .limit(mostMessages + 1);

  const page = fitting(next);
  const last = page.at(-1);
  if (last === undefined) return { messages: [], more: false };
  const rows = await database
    .select()
    .from(inbox)
    .where(and(isNext, lte(inbox.position, last.position)))
    .orderBy(asc(inbox.position));
  const messages = rows.map(({ position, sender, at, body }) => {
    return { position, from: sender, at, body: Buffer.from(body).toString("base64") };
  });
  return { messages, more: page.length < next.length };
}

function fitting<Message extends { size: number }>(messages: Message[]): Message[] {
  let bytes = 0;
  const count = messages.slice(0, mostMessages).findIndex(({ size }) => (bytes += size) > mostBytes);
  return messages.slice(0, count === -1 ? mostMessages : count);
}
