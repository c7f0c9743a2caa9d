import { and, asc, inArray, isNull, lt } from "drizzle-orm";
import type { Gateway } from "../Gateway.ts";
import { capsules } from "../database/schema.ts";
import { lockChart } from "./lockChart.ts";
import { writeAuthors } from "./writeAuthors.ts";

const hour = 3600;

/**
 * Lets capsules go that have waited an hour for the chain. It is asked right before, and what stands there stays; so does
 * what somebody has asked for meanwhile. Answers with how many were looked at, at most `most`: one question to the chain
 * each.
 */
export async function sweepCapsules({ consent, database, now }: Gateway, most: number): Promise<number> {
  const hasWaited = and(isNull(capsules.author), lt(capsules.storedAt, now() - hour));
  const waiting = await database
    .select({ position: capsules.position, subject: capsules.subject, digest: capsules.digest })
    .from(capsules)
    .where(hasWaited)
    .orderBy(asc(capsules.storedAt))
    .limit(most);

  for (const [subject, theirs] of Map.groupBy(waiting, (it) => it.subject)) {
    const digests = theirs.map(({ digest }) => digest);
    const authors = await consent.authorsOf({ subject, digests });
    await writeAuthors(database, { subject, digests, authors });
    const positions = theirs.filter((_, i) => authors[i] === undefined).map(({ position }) => position);
    await database.transaction(async (transaction) => {
      await lockChart(transaction, subject);
      await transaction.delete(capsules).where(and(inArray(capsules.position, positions), hasWaited));
    });
  }
  return waiting.length;
}
