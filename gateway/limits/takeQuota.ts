import { and, eq, sql } from "drizzle-orm";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { usage } from "../database/schema.ts";

export type TakeQuotaParameters = {
  /** Whose quota: an address, as a rule. */
  who: string;
  /** Of what, such as `blob-bytes`. */
  what: string;
  amount: number;
  /** In one day (UTC). */
  most: number;
};

/** Gives back what was taken and not used, or a part of it. */
export type GiveBack = (amount: number) => Promise<void>;

/**
 * Takes so much of somebody's quota of today, or refuses. One statement decides, so that neither requests at the same time
 * nor other processes get past it. Within a transaction it is undone with it; a crash outside of one leaves it taken until
 * the day is over.
 */
export async function takeQuota(
  { database, now }: Pick<Gateway, "database" | "now">,
  { who, what, amount, most }: TakeQuotaParameters,
): Promise<GiveBack> {
  const time = now();
  const day = Math.floor(time / daySeconds);
  const grown = sql`${usage.amount} + ${amount}`;
  const taken = await database
    .insert(usage)
    .select(sql`select ${who}, ${what}, ${day}::integer, ${amount}::bigint where ${amount}::bigint <= ${most}::bigint`)
    .onConflictDoUpdate({
      target: [usage.who, usage.what, usage.day],
      set: { amount: grown },
      setWhere: sql`${grown} <= ${most}`,
    })
    .returning();
  if (taken.length === 0) {
    throw new GatewayError("QuotaReached", { retryAfter: (day + 1) * daySeconds - time });
  }

  return async (unused) => {
    if (unused === 0) return;
    await database
      .update(usage)
      .set({ amount: sql`greatest(${usage.amount} - ${unused}, 0)` })
      .where(and(eq(usage.who, who), eq(usage.what, what), eq(usage.day, day)));
  };
}

const daySeconds = 86_400;
