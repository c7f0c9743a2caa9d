import type { Gateway } from "../Gateway.ts";
import { type GiveBack, takeQuota } from "../limits/takeQuota.ts";

export type FlowingQuotaParameters = {
  who: string;
  what: string;
  most: number;
  /** As it was announced; undefined where nobody knows. */
  length: number | undefined;
};

/** What is taken at once of a flow whose length nobody knows. */
const step = 2 ** 22;

/** A quota for bytes, taken before they flow: all at once, or in steps where it is not known how many will. */
export function takeQuotaAsItFlows(
  gateway: Pick<Gateway, "database" | "now" | "report">,
  { length, ...quota }: FlowingQuotaParameters,
) {
  let taken = 0;
  let giveBack: GiveBack | undefined;

  return {
    /** Before so many bytes in all have flowed on. */
    async cover(size: number): Promise<void> {
      if (size <= taken) return;
      const amount = Math.max(size - taken, taken === 0 ? (length ?? step) : step);
      giveBack = await takeQuota(gateway, { ...quota, amount });
      taken += amount;
    },

    /** Gives back what is left of the last step. Where that fails, less is left for today, and nothing else. */
    async settle(size: number): Promise<void> {
      if (taken > size) await giveBack?.(taken - size).catch((error: unknown) => gateway.report("quota", error));
    },
  };
}
