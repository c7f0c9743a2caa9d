import { type SQL, eq, sql } from "drizzle-orm";
import type { Address } from "viem";
import type { Gateway } from "../Gateway.ts";
import { lockFor } from "../database/lockFor.ts";
import { inbox } from "../database/schema.ts";

export type StoreMessageParameters = {
  owner: Address;
  sender: Address;
  body: Uint8Array;
  /** How much may wait in this inbox afterwards, from this sender and from all. */
  room: Room;
};

export type Room = { ofOne: Amount; ofAll: Amount };
export type Amount = { messages: number; bytes: number };

/**
 * Puts a message into an inbox that has room for it, and answers with its position; undefined where there is none. One
 * at a time for an inbox, so that positions appear in order and a reader who goes on after the last misses nothing.
 */
export async function storeMessage(
  { database, now }: Gateway,
  { owner, sender, body, room }: StoreMessageParameters,
): Promise<number | undefined> {
  return database.transaction(async (transaction) => {
    await lockFor(transaction, `inbox ${owner}`);
    const bytes = sql`octet_length(${inbox.body})`;
    const isTheirs = sql`filter (where ${inbox.sender} = ${sender})`;
    const [waiting] = await transaction
      .select({
        messages: orZero(sql`count(*)`),
        bytes: orZero(sql`sum(${bytes})`),
        theirMessages: orZero(sql`count(*) ${isTheirs}`),
        theirBytes: orZero(sql`sum(${bytes}) ${isTheirs}`),
      })
      .from(inbox)
      .where(eq(inbox.owner, owner));
    const all = { messages: waiting!.messages, bytes: waiting!.bytes };
    const theirs = { messages: waiting!.theirMessages, bytes: waiting!.theirBytes };
    if (!hasRoom(all, room.ofAll, body) || !hasRoom(theirs, room.ofOne, body)) return undefined;
    const stored = transaction.insert(inbox).values({ owner, sender, at: now(), body });
    const [message] = await stored.returning({ position: inbox.position });
    return message!.position;
  });
}

function hasRoom(waiting: Amount, most: Amount, body: Uint8Array): boolean {
  return waiting.messages < most.messages && waiting.bytes + body.length <= most.bytes;
}

const orZero = (value: SQL) => sql`coalesce(${value}, 0)`.mapWith(Number);
