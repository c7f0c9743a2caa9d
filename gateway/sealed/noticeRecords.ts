import { and, desc, eq, isNull, lt } from "drizzle-orm";
import type { Address } from "viem";
import type { Gateway } from "../Gateway.ts";
import { capsules } from "../database/schema.ts";
import { writeAuthors } from "./writeAuthors.ts";

const pageSize = 128;

/**
 * Asks the chain which of a chart's waiting capsules have become records, the newest first, and goes on for as long as a
 * page holds at least one: each is asked for in vain once a list at most, and found only once. So an index that lags hides
 * nothing, and what a contributor leaves lying about costs one page.
 */
export async function noticeRecords({ consent, database }: Gateway, subject: Address): Promise<void> {
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const waiting = await database
      .select({ position: capsules.position, digest: capsules.digest })
      .from(capsules)
      .where(and(eq(capsules.subject, subject), isNull(capsules.author), lt(capsules.position, before)))
      .orderBy(desc(capsules.position))
      .limit(pageSize);
    if (waiting.length === 0) return;
    const digests = waiting.map(({ digest }) => digest);
    const authors = await consent.authorsOf({ subject, digests });
    const found = await writeAuthors(database, { subject, digests, authors });
    if (found === 0 || waiting.length < pageSize) return;
    before = waiting.at(-1)!.position;
  }
}
