import { and, desc, eq, lte } from "drizzle-orm";
import type { Address } from "viem";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { grants } from "../database/schema.ts";
import { takeQuota } from "../limits/takeQuota.ts";
import { lockChart } from "./lockChart.ts";

export type StoreGrantParameters = { subject: Address; grantee: Address; epoch: number; grant: Uint8Array };

/** Of one grantee's; older ones go. */
const mostVersions = 32;

/**
 * Keeps a grant beside the earlier ones. Keys follow the chain and never go before it, so there must be a grant that
 * stands, though perhaps it is still to begin.
 */
export async function storeGrant(
  { configuration, consent, database, now }: Gateway,
  { subject, grantee, epoch, grant }: StoreGrantParameters,
): Promise<number> {
  const { stands } = await consent.accessOf({ subject, grantee });
  if (!stands) throw new GatewayError("NotGranted");

  return database.transaction(async (transaction) => {
    await lockChart(transaction, subject);
    const most = configuration.limits.grantBytesPerDay;
    await takeQuota({ database: transaction, now }, { who: subject, what: "grant-bytes", amount: grant.length, most });
    const [stored] = await transaction
      .insert(grants)
      .values({ subject, grantee, epoch, storedAt: now(), grant })
      .returning({ version: grants.version });

    const isOfThem = and(eq(grants.subject, subject), eq(grants.grantee, grantee));
    const [tooOld] = await transaction
      .select({ version: grants.version })
      .from(grants)
      .where(isOfThem)
      .orderBy(desc(grants.version))
      .offset(mostVersions)
      .limit(1);
    if (tooOld !== undefined)
      await transaction.delete(grants).where(and(isOfThem, lte(grants.version, tooOld.version)));
    return stored!.version;
  });
}
