import { and, asc, desc, eq, gt, lte } from "drizzle-orm";
import type { Address } from "viem";
import type { LogAnchor } from "#core/audit/AccessLog.ts";
import type { LogPage } from "#core/audit/parseLogPage.ts";
import type { Gateway } from "../Gateway.ts";
import { logAnchors, logCharts, logEntries, logLeaves, transactions } from "../database/schema.ts";
import { capsulesOf } from "./capsulesOf.ts";
import { proofsOf } from "./tree/proofsOf.ts";

/** A page is at most this long, and each of its entries at most `mostCapsulesAnEntry`. */
export const entriesAPage = 200;

/**
 * A subject's entries after a count, with the anchors in which the log had one of these counts for the first time; with
 * the last page comes the newest anchor. Costs its length, whatever else the log and the tree hold.
 */
export async function readLogPage(gateway: Gateway, subject: Address, after: number): Promise<LogPage> {
  const { database } = gateway;
  const newest = await newestAnchor(gateway, subject); // before the entries, which then reach at least that far
  const [chart] = await database.select().from(logCharts).where(eq(logCharts.subject, subject));
  const rows = await database
    .select()
    .from(logEntries)
    .where(and(eq(logEntries.subject, subject), gt(logEntries.count, after)))
    .orderBy(asc(logEntries.count))
    .limit(entriesAPage + 1);
  const more = rows.length > entriesAPage;
  const entries = rows
    .slice(0, entriesAPage)
    .map(({ count, at, to, capsules, head }) => ({ count, at, to, capsules: capsulesOf(capsules), head }));

  const leaves = await anchoredBetween(gateway, subject, after, entries.at(-1)?.count ?? after);
  if (!more && newest !== undefined && newest.number !== leaves.at(-1)?.number) leaves.push(newest);
  const anchors = await provenAnchors(gateway, chart?.index ?? 0, leaves);
  return { subject, salt: chart?.salt ?? null, entries, more, anchors };
}

type AnchoredLeaf = Omit<LogAnchor, "index" | "siblings"> & { number: number; charts: number };

const leafInAnchor = {
  number: logAnchors.number,
  charts: logAnchors.charts,
  root: logAnchors.root,
  total: logAnchors.total,
  count: logLeaves.count,
  head: logEntries.head,
};

/** Those that stand on chain, sent by this gateway: a former key's are of no use to whoever looks under this one's. */
function isIncluded({ account }: Gateway) {
  const isOurs = eq(transactions.sender, account.address.toLowerCase() as Address);
  return and(eq(transactions.key, logAnchors.key), eq(transactions.state, "included"), isOurs);
}

/** With the subject's leaf in it, whenever that has changed. */
async function newestAnchor(gateway: Gateway, subject: Address): Promise<AnchoredLeaf | undefined> {
  const { database } = gateway;
  const [newest] = await database
    .select({ number: logAnchors.number })
    .from(logAnchors)
    .innerJoin(transactions, isIncluded(gateway))
    .orderBy(desc(logAnchors.number))
    .limit(1);
  if (newest === undefined) return undefined;
  const [leaf] = await database
    .select(leafInAnchor)
    .from(logLeaves)
    .innerJoin(logEntries, isOfLeaf)
    .innerJoin(logAnchors, eq(logAnchors.number, newest.number))
    .where(and(eq(logLeaves.subject, subject), lte(logLeaves.anchor, newest.number)))
    .orderBy(desc(logLeaves.count))
    .limit(1);
  return leaf;
}

async function anchoredBetween(gateway: Gateway, subject: Address, after: number, last: number) {
  const { database } = gateway;
  return database
    .select(leafInAnchor)
    .from(logLeaves)
    .innerJoin(logEntries, isOfLeaf)
    .innerJoin(logAnchors, eq(logAnchors.number, logLeaves.anchor))
    .innerJoin(transactions, isIncluded(gateway))
    .where(and(eq(logLeaves.subject, subject), gt(logLeaves.count, after), lte(logLeaves.count, last)))
    .orderBy(asc(logLeaves.count));
}

const isOfLeaf = and(eq(logEntries.subject, logLeaves.subject), eq(logEntries.count, logLeaves.count));

async function provenAnchors({ database }: Gateway, index: number, leaves: AnchoredLeaf[]): Promise<LogAnchor[]> {
  const trees = leaves.map(({ number: anchor, charts }) => ({ anchor, leaves: charts }));
  const proofs = await proofsOf({ database, index, trees });
  return leaves.map(({ root, total, count, head }, at) => ({ root, total, count, head, index, siblings: proofs[at]! }));
}
