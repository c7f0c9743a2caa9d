import { and, desc, eq, gt, sql } from "drizzle-orm";
import { encodeFunctionData } from "viem";
import { leafHash } from "#core/audit/leafHash.ts";
import { auditLogAbi } from "#core/chain/abi/auditLogAbi.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import type { Database } from "../database/Database.ts";
import { logAnchors, logCharts, logLeaves, transactions } from "../database/schema.ts";
import { enqueueTransaction } from "../relay/enqueueTransaction.ts";
import { growTree } from "./tree/growTree.ts";

/**
 * Puts what was entered since the last anchor into the tree, and the new root into the relay's queue: both or neither.
 * Costs a way through the tree for each chart that has grown, and nothing for the others. One anchor is under way at a
 * time, so that a chain that stands still is not met by a row of them.
 */
export async function anchorLog(gateway: Gateway): Promise<void> {
  const onChain = await anchoredOnChain(gateway);
  await gateway.database.transaction(async (database) => {
    if (!(await isAlone(database))) return;
    const last = await lastAnchor(database);
    if (onChain > (last?.total ?? 0)) throw new DatabaseBehindChainError();
    const state = last && (await stateOf(gateway, database, last.key));
    if (state === "queued" || state === "sent") return;
    const next = await nextAnchor(database, last);
    const anchor = next ?? (state === "failed" ? last : undefined);
    if (anchor !== undefined) await enqueue(gateway, database, anchor);
  });
}

/**
 * A database that was restored from a backup. A second history after what is anchored would make every reader call this
 * gateway a liar, so it anchors no more under this address.
 */
export class DatabaseBehindChainError extends Error {
  override readonly name = "DatabaseBehindChain";

  constructor() {
    super(
      "The chain holds an anchor of this gateway that its database does not know. Restore the newest database, " +
        "or begin anew under another key.",
    );
  }
}

type Anchor = typeof logAnchors.$inferSelect;

/** Asked before the database is read: of what is included later, that knows already. */
async function anchoredOnChain({ chain, deployment, account }: Gateway): Promise<number> {
  const heads = { address: deployment.contracts.AuditLog, abi: auditLogAbi, functionName: "heads" } as const;
  const [count] = await chain.readContract({ ...heads, args: [account.address] }).catch((cause) => {
    throw new GatewayError("ChainUnreachable", { cause });
  });
  return Number(count);
}

/** Of several processes on one database, whoever comes second has nothing to do. */
async function isAlone(database: Database): Promise<boolean> {
  const lock = sql<boolean>`pg_try_advisory_xact_lock(hashtext(current_schema() || ' anchor'))`;
  const [row] = await database.select({ isAlone: lock }).from(sql`(values (1)) one`);
  return row!.isAlone;
}

async function lastAnchor(database: Database): Promise<Anchor | undefined> {
  const [last] = await database.select().from(logAnchors).orderBy(desc(logAnchors.number)).limit(1);
  return last;
}

/** What became of an anchor in this gateway's queue; of one that another account was to send, nothing is awaited. */
async function stateOf({ account }: Gateway, database: Database, key: string) {
  const sender = account.address.toLowerCase() as typeof account.address;
  const isOurs = and(eq(transactions.key, key), eq(transactions.sender, sender));
  const [row] = await database.select({ state: transactions.state }).from(transactions).where(isOurs);
  return row?.state;
}

async function nextAnchor(database: Database, last: Anchor | undefined): Promise<Anchor | undefined> {
  const grown = await database.select().from(logCharts).where(gt(logCharts.count, logCharts.anchored));
  if (grown.length === 0) return undefined;
  let leaves = last?.charts ?? 0;
  const charts = grown.map((chart) => Object.assign(chart, { index: chart.index ?? leaves++ }));
  const changed = new Map(charts.map((chart) => [chart.index, leafHash(chart)]));
  const number = (last?.number ?? 0) + 1;
  const total = charts.reduce((sum, chart) => sum + chart.count - chart.anchored, last?.total ?? 0);
  const root = await growTree({ database, anchor: number, leaves, changed });
  const anchor = { number, root, total, key: `anchor:${total}`, charts: leaves };
  await database.insert(logAnchors).values(anchor);
  await keepLeaves(database, number, charts);
  return anchor;
}

type AnchoredChart = { subject: string; index: number; count: number };

/** What is entered in this moment counts as grown again. */
async function keepLeaves(database: Database, anchor: number, charts: readonly AnchoredChart[]): Promise<void> {
  const rows = JSON.stringify(charts.map(({ subject, index, count }) => ({ subject, index, count })));
  const seen = sql`json_to_recordset(${rows}::json) as seen(subject text, index int, count bigint)`;
  await database.execute(
    sql`insert into ${logLeaves} (subject, count, anchor) select subject, count, ${anchor}::int from ${seen}`,
  );
  await database.execute(
    sql`update ${logCharts} set leaf_index = seen.index, anchored = seen.count from ${seen}
      where ${logCharts.subject} = seen.subject`,
  );
}

async function enqueue(gateway: Gateway, database: Database, { key, root, total }: Anchor): Promise<void> {
  const { deployment, account, now } = gateway;
  await enqueueTransaction(database, {
    key,
    name: "Anchor",
    to: deployment.contracts.AuditLog,
    data: encodeFunctionData({ abi: auditLogAbi, functionName: "anchor", args: [root, BigInt(total)] }),
    gas,
    sender: account.address,
    now: now(),
  });
}

/** Twice what the first anchor of a gateway uses; later ones use half of that. */
const gas = 100_000;
