import { gte, sql } from "drizzle-orm";
import type { Database } from "../database/Database.ts";
import { blocks, chainEvents } from "../database/schema.ts";
import type { Follower } from "./followRound.ts";

/**
 * Undoes what was read from a block on, since the chain has changed its mind. Capsules that were published there wait to be
 * published again, as long as new ones do.
 */
export async function forgetFrom({ gateway, lease }: Follower, block: number): Promise<void> {
  await gateway.database.transaction(async (within: Database) => {
    await lease.hold(within);
    await within.execute(sql`
      update capsules set author = null, stored_at = ${gateway.now()}
      from chain_events as published
      where published.block >= ${block} and published.event = 'RecordPublished'
        and capsules.subject = published.subject and capsules.digest = published.event_values ->> 'capsule'`);
    await within.delete(chainEvents).where(gte(chainEvents.block, block));
    await within.delete(blocks).where(gte(blocks.number, block));
  });
}
