import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Address, Hex } from "viem";
import { blocks, chainEvents } from "../database/schema.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import type { EventPlace } from "./eventPlaceSchema.ts";

export type ChartEvents = {
  subject: Address;
  /** The newest that was read. */
  block: { number: number; hash: Hex };
  events: { block: number; index: number; contract: string; event: string; values: Record<string, string> }[];
  more: boolean;
};

const mostAtOnce = 500;

/** A chart's events after some place, in order: one page, whatever the chart's length. */
export async function readChartEvents(
  { database }: Gateway,
  subject: Address,
  after: EventPlace,
): Promise<ChartEvents> {
  const { block, index, contract, event, values } = chainEvents;
  const isNext = and(
    eq(chainEvents.subject, subject),
    sql`(${block}, ${index}) > (${after.block}::bigint, ${after.index}::integer)`,
  );
  return database.transaction(
    async (within) => {
      const { number, hash } = blocks;
      const [newest] = await within.select({ number, hash }).from(blocks).orderBy(desc(number)).limit(1);
      if (newest === undefined) throw new GatewayError("ChainUnreachable");
      const rows = await within
        .select({ block, index, contract, event, values })
        .from(chainEvents)
        .where(isNext)
        .orderBy(asc(block), asc(index))
        .limit(mostAtOnce + 1);
      return { subject, block: newest, events: rows.slice(0, mostAtOnce), more: rows.length > mostAtOnce };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
