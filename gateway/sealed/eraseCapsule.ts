import { and, eq } from "drizzle-orm";
import type { Address, Hex } from "viem";
import type { Gateway } from "../Gateway.ts";
import { capsules, erasedCapsules } from "../database/schema.ts";
import { lockChart } from "./lockChart.ts";

/**
 * Deletes a capsule, and remembers that its subject wanted so if it is a record's: what stands on chain costs its author
 * gas, so nobody fills that memory for nothing. Anything else would come back as no record anyway.
 */
export async function eraseCapsule(gateway: Gateway, { subject, digest }: { subject: Address; digest: Hex }) {
  const { database, consent } = gateway;
  const isIt = and(eq(capsules.subject, subject), eq(capsules.digest, digest));
  const [known] = await database.select({ author: capsules.author }).from(capsules).where(isIt);
  const author = known?.author ?? (await consent.authorsOf({ subject, digests: [digest] }))[0];

  await database.transaction(async (transaction) => {
    await lockChart(transaction, subject);
    await transaction.delete(capsules).where(isIt);
    if (author === undefined) return;
    await transaction.insert(erasedCapsules).values({ subject, digest }).onConflictDoNothing();
  });
}
