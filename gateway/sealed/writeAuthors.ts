import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Address, Hex } from "viem";
import type { Database } from "../database/Database.ts";
import { capsules } from "../database/schema.ts";
import { lockChart } from "./lockChart.ts";

export type WriteAuthorsParameters = {
  subject: Address;
  digests: readonly Hex[];
  /** Of each digest, as the chain says; undefined for what stands in no chart. */
  authors: readonly (Address | undefined)[];
};

/** Writes down what was seen on chain, one statement an author. Answers with how many capsules have one. */
export async function writeAuthors(
  database: Database,
  { subject, digests, authors }: WriteAuthorsParameters,
): Promise<number> {
  const byAuthor = Map.groupBy(digests, (_, i) => authors[i]);
  const nobodys = byAuthor.get(undefined)?.length ?? 0;
  byAuthor.delete(undefined);
  if (byAuthor.size === 0) return 0;
  await database.transaction(async (transaction) => {
    await lockChart(transaction, subject);
    for (const [author, theirs] of byAuthor) {
      const areTheirs = and(eq(capsules.subject, subject), inArray(capsules.digest, theirs), isNull(capsules.author));
      await transaction.update(capsules).set({ author: author! }).where(areTheirs);
    }
  });
  return digests.length - nobodys;
}
