import { randomBytes } from "node:crypto";
import { and, eq, gte, lt } from "drizzle-orm";
import { type Address, type Hex, bytesToHex, concat, hexToBytes, zeroHash } from "viem";
import { entryHead } from "#core/audit/entryHead.ts";
import type { Gateway } from "../Gateway.ts";
import type { Database } from "../database/Database.ts";
import { logCharts, logEntries } from "../database/schema.ts";
import { capsulesOf } from "./capsulesOf.ts";

export type Receipt = { subject: Address; to: Address; capsules: readonly Hex[] };

/** Whoever sends more enters several times, each before its part leaves. */
export const mostCapsulesAnEntry = 256;

/**
 * Enters who is about to receive the keys of which capsules; what the same recipient was entered for on the same day
 * (UTC) is left out. It costs a look through what this recipient received of this chart today.
 */
export async function enterReceipt(gateway: Gateway, { subject, to, capsules }: Receipt): Promise<void> {
  if (capsules.length > mostCapsulesAnEntry) throw new RangeError(`More than ${mostCapsulesAnEntry} in one entry.`);
  await gateway.database.transaction(async (database) => {
    const chart = await lockedChart(database, subject);
    const at = gateway.now();
    const fresh = await notEnteredOn(dayOf(at), database, { subject, to, capsules });
    if (fresh.length === 0) return;

    const count = chart.count + 1;
    const head = entryHead({ previous: chart.head, subject, count, at, to, capsules: fresh });
    const bytes = concat(fresh.map((capsule) => hexToBytes(capsule)));
    await database.insert(logEntries).values({ subject, count, at, to, capsules: bytes, head });
    await database.update(logCharts).set({ count, head }).where(eq(logCharts.subject, subject));
  });
}

/** The chart's row, begun where there was none, and nobody else's until the transaction ends. */
async function lockedChart(database: Database, subject: Address) {
  const salt = bytesToHex(randomBytes(32));
  const begun = { subject, salt, count: 0, head: zeroHash, anchored: 0 };
  await database.insert(logCharts).values(begun).onConflictDoNothing();
  const [chart] = await database.select().from(logCharts).where(eq(logCharts.subject, subject)).for("update");
  return chart!;
}

async function notEnteredOn(day: Day, database: Database, { subject, to, capsules }: Receipt): Promise<Hex[]> {
  const theirs = and(eq(logEntries.subject, subject), eq(logEntries.to, to));
  const entered = await database
    .select({ capsules: logEntries.capsules })
    .from(logEntries)
    .where(and(theirs, gte(logEntries.at, day.start), lt(logEntries.at, day.end)));
  const fresh = new Set(capsules);
  for (const entry of entered) for (const capsule of capsulesOf(entry.capsules)) fresh.delete(capsule);
  return [...fresh];
}

type Day = { start: number; end: number };

function dayOf(time: number): Day {
  const start = time - (time % 86_400);
  return { start, end: start + 86_400 };
}
