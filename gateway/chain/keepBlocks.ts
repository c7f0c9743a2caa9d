import { desc, lt, sql } from "drizzle-orm";
import type { Hex } from "viem";
import type { Database } from "../database/Database.ts";
import { blocks, chainEvents } from "../database/schema.ts";
import type { EventRow } from "./eventRowOf.ts";
import type { Follower } from "./followRound.ts";

export type BlockRange = { from: number; to: number; hash: Hex; /** Of the last one. */ time: number };

const remembered = 128;
const rowsAtOnce = 1000;

/** All that a range of blocks says, or none of it; and with it, who published the capsules that are here. */
export async function keepBlocks({ gateway, lease }: Follower, range: BlockRange, events: EventRow[]): Promise<void> {
  const { from, to, hash, time } = range;
  await gateway.database.transaction(async (within: Database) => {
    await lease.hold(within);
    for (let i = 0; i < events.length; i += rowsAtOnce) {
      await within.insert(chainEvents).values(events.slice(i, i + rowsAtOnce));
    }
    if (events.length > 0) await within.execute(markAuthors(from, to));
    await within.insert(blocks).values({ number: to, hash, time });
    const [oldest] = await within
      .select({ number: blocks.number })
      .from(blocks)
      .orderBy(desc(blocks.number))
      .offset(remembered - 1)
      .limit(1);
    if (oldest !== undefined) await within.delete(blocks).where(lt(blocks.number, oldest.number));
  });
}

function markAuthors(from: number, to: number) {
  return sql`
    update capsules set author = published.event_values ->> 'author'
    from chain_events as published
    where published.block between ${from} and ${to} and published.event = 'RecordPublished'
      and capsules.subject = published.subject and capsules.digest = published.event_values ->> 'capsule'`;
}
