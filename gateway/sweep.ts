import { type SQL, lt, lte, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Gateway } from "./Gateway.ts";
import { deskMessages, sessions, usage, usedNonces } from "./database/schema.ts";
import { sweepCapsules } from "./sealed/sweepCapsules.ts";

/** What is removed at once, and how often a round goes on while there is more: 2,000 of each kind a minute. */
const atOnce = 250;
const mostTurns = 8;

/**
 * Removes what has had its time, round after round, until the answer is called. Several processes may do so at once: each
 * statement decides by itself what it removes.
 */
export function sweep(gateway: Gateway, { everySeconds = 60 } = {}): () => Promise<void> {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= sweepOnce(gateway).finally(() => (round = undefined));
  }, everySeconds * 1000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}

/** One round. What fails is told, and tried again in the next. */
export async function sweepOnce(gateway: Gateway): Promise<void> {
  for (const [name, removeSome] of Object.entries(sweeps)) {
    try {
      for (let turns = 0; turns < mostTurns; turns++) if ((await removeSome(gateway, atOnce)) < atOnce) break;
    } catch (error) {
      gateway.report(`sweep of ${name}`, error);
    }
  }
}

/** Each says how many it has decided about. */
const sweeps: Record<string, (gateway: Gateway, most: number) => Promise<number>> = {
  capsules: sweepCapsules,
  sessions: (gateway, most) => removeSomeOf(gateway, sessions, lte(sessions.expiresAt, gateway.now()), most),
  nonces: (gateway, most) => removeSomeOf(gateway, usedNonces, lte(usedNonces.expiresAt, gateway.now()), most),
  "desk messages": (gateway, most) =>
    removeSomeOf(gateway, deskMessages, lte(deskMessages.expiresAt, gateway.now()), most),
  "past usage": (gateway, most) =>
    removeSomeOf(gateway, usage, lt(usage.day, Math.floor(gateway.now() / 86_400)), most),
};

/** By where the rows lie, since PostgreSQL has no limit for what it deletes. */
async function removeSomeOf({ database }: Gateway, table: PgTable, isOver: SQL, most: number): Promise<number> {
  const removed = await database
    .delete(table)
    .where(sql`ctid in (select ctid from ${table} where ${isOver} limit ${most})`)
    .returning({ is: sql`1` });
  return removed.length;
}
