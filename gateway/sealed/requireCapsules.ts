import { and, eq, inArray } from "drizzle-orm";
import type { Address, Hex } from "viem";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { capsules } from "../database/schema.ts";
import { lockChart } from "./lockChart.ts";

/**
 * Refuses unless all of these are here, and lets them stay for another hour, so that none goes while the transaction that
 * names it waits.
 */
export async function requireCapsules(
  { database, now }: Pick<Gateway, "database" | "now">,
  { subject, digests }: { subject: Address; digests: readonly Hex[] },
): Promise<void> {
  const wanted = new Set(digests);
  if (wanted.size === 0) return;
  const areThese = and(eq(capsules.subject, subject), inArray(capsules.digest, [...wanted]));
  await database.transaction(async (transaction) => {
    await lockChart(transaction, subject);
    const here = await transaction
      .update(capsules)
      .set({ storedAt: now() })
      .where(areThese)
      .returning({ position: capsules.position });
    if (here.length < wanted.size) throw new GatewayError("CapsuleMissing");
  });
}
