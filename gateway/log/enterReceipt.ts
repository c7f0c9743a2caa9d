import { randomBytes } from "node:crypto";
import { and, eq, gt, gte, lt } from "drizzle-orm";
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
 * (UTC) is left out. Where all of it was, and this process knows, it costs nothing; else a look at what was entered since
 * this process last looked.
 */
export async function enterReceipt(gateway: Gateway, { subject, to, capsules }: Receipt): Promise<void> {
  if (capsules.length > mostCapsulesAnEntry) throw new RangeError(`More than ${mostCapsulesAnEntry} in one entry.`);
  const { now } = gateway;
  const knownOn = (day: Day) => gateway.knownReceipts({ subject, to, day: day.start });
  if (capsules.length > 0 && capsules.every(knownOn(dayOf(now())).has)) return;

  const entered = await gateway.database.transaction(async (database) => {
    const chart = await lockedChart(database, subject);
    const at = now();
    const known = knownOn(dayOf(at));
    known.add(await enteredSince(known.upTo(), dayOf(at), database, { subject, to }), chart.count);
    const fresh = [...new Set(capsules)].filter((capsule) => !known.has(capsule));
    if (fresh.length === 0) return undefined;

    const count = chart.count + 1;
    const head = entryHead({ previous: chart.head, subject, count, at, to, capsules: fresh });
    const bytes = concat(fresh.map((capsule) => hexToBytes(capsule)));
    await database.insert(logEntries).values({ subject, count, at, to, capsules: bytes, head });
    await database.update(logCharts).set({ count, head }).where(eq(logCharts.subject, subject));
    return { known, fresh };
  });
  entered?.known.add(entered.fresh);
}

/** The chart's row, begun where there was none, and nobody else's until the transaction ends. */
async function lockedChart(database: Database, subject: Address) {
  const locked = () => database.select().from(logCharts).where(eq(logCharts.subject, subject)).for("update");
  const [known] = await locked();
  if (known !== undefined) return known;
  const salt = bytesToHex(randomBytes(32));
  const begun = { subject, salt, count: 0, head: zeroHash, anchored: 0 };
  await database.insert(logCharts).values(begun).onConflictDoNothing();
  return (await locked())[0]!;
}

async function enteredSince(count: number, day: Day, database: Database, { subject, to }: Omit<Receipt, "capsules">) {
  const theirs = and(eq(logEntries.subject, subject), eq(logEntries.to, to), gt(logEntries.count, count));
  const entries = await database
    .select({ capsules: logEntries.capsules })
    .from(logEntries)
    .where(and(theirs, gte(logEntries.at, day.start), lt(logEntries.at, day.end)));
  return entries.flatMap(({ capsules }) => capsulesOf(capsules));
}

type Day = { start: number; end: number };

function dayOf(time: number): Day {
  const start = time - (time % 86_400);
  return { start, end: start + 86_400 };
}
