import { and, desc, eq, sql } from "drizzle-orm";
import type { Address, Hex } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { chainEvents } from "../database/schema.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import type { EventPlace } from "./eventPlaceSchema.ts";

export type SharedCharts = {
  /** At which all of it was true. */
  block: { number: number; hash: Hex };
  charts: { subject: Address; permissions: number; validFrom: number; validUntil: number; terms: Hex }[];
  /** Where to go on, if there is more. */
  next?: string;
};

type Candidate = SharedCharts["charts"][number];

const mostAtOnce = 100;

/**
 * Charts in which somebody has a grant, in force or still to begin: the newest grants of the index, each held against the
 * chain as it is now. Anybody may grant to anybody, so a stranger can lengthen the list, but not what one page costs: a
 * hundred events are looked at, and those that have not ended by their own words are asked for.
 */
export async function readSharedCharts(gateway: Gateway, grantee: Address, before?: EventPlace): Promise<SharedCharts> {
  const rows = await readGrants(gateway, grantee, before);
  const { number, hash, timestamp } = await gateway.chain.getBlock().catch(unreachable);
  const time = Math.max(gateway.now(), Number(timestamp));
  const candidates = newestOfEach(rows.slice(0, mostAtOnce)).filter(({ validUntil }) => time < validUntil);
  const stands = await Promise.all(candidates.map((it) => standsNow(gateway, grantee, it, number))).catch(unreachable);
  const charts = candidates.filter((_, i) => stands[i]);
  const last = rows.length > mostAtOnce ? rows[mostAtOnce - 1] : undefined;
  return { block: { number: Number(number), hash }, charts, ...(last && { next: `${last.block}.${last.index}` }) };
}

async function readGrants({ database }: Gateway, grantee: Address, before: EventPlace | undefined) {
  const { block, index, event, subject, values } = chainEvents;
  const isEarlier = before && sql`(${block}, ${index}) < (${before.block}::bigint, ${before.index}::integer)`;
  return database
    .select({ block, index, event, subject, values })
    .from(chainEvents)
    .where(and(eq(chainEvents.grantee, grantee), isEarlier))
    .orderBy(desc(block), desc(index))
    .limit(mostAtOnce + 1);
}

function newestOfEach(rows: Awaited<ReturnType<typeof readGrants>>): Candidate[] {
  const seen = new Set<Address>();
  const candidates: Candidate[] = [];
  for (const { event, subject, values } of rows) {
    if (seen.has(subject)) continue;
    seen.add(subject);
    if (event !== "Granted") continue;
    const [permissions, validFrom, validUntil] = [values.permissions, values.validFrom, values.validUntil].map(Number);
    const terms = values.terms as Hex;
    candidates.push({ subject, permissions: permissions!, validFrom: validFrom!, validUntil: validUntil!, terms });
  }
  return candidates;
}

/** Whether what an event says is what the chain says: an older one, of an earlier page, is not. */
async function standsNow({ chain, deployment }: Gateway, grantee: Address, candidate: Candidate, blockNumber: bigint) {
  const abi = contractAbis.ConsentRegistry;
  const registry = { address: deployment.contracts.ConsentRegistry, abi, blockNumber } as const;
  const { subject } = candidate;
  const [grant, chart] = await Promise.all([
    chain.readContract({ ...registry, functionName: "grants", args: [subject, grantee] }),
    chain.readContract({ ...registry, functionName: "charts", args: [subject] }),
  ]);
  const [validFrom, validUntil, generation, , , permissions] = grant;
  const isSame =
    validFrom === candidate.validFrom && validUntil === candidate.validUntil && permissions === candidate.permissions;
  return isSame && generation === chart[0];
}

function unreachable(cause: unknown): never {
  throw new GatewayError("ChainUnreachable", { cause });
}
