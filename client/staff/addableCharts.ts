import type { Address } from "viem";
import type { Holder } from "#core/chart/Holder.ts";
import { inParallel } from "#core/chart/inParallel.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { parseTerms } from "#core/consent/parseTerms.ts";
import { categoryNumber } from "#core/records/categories.ts";
import type { StaffChart } from "#core/sealing/staff/StaffSheet.ts";
import type { Connection } from "../Connection.ts";

export type AddableCharts = {
  charts: StaffChart[];
  /** Those that may be added to, and whose keys have not arrived or do not open. */
  closed: { subject: Address; refusal: string }[];
};

/** The charts that somebody may add to now, each with the keys for what its terms let them add, and for nothing else. */
export async function addableCharts(
  holder: Holder,
  { sharedWithMe }: Pick<Connection, "sharedWithMe">,
): Promise<AddableCharts> {
  const shared = (await sharedWithMe()).filter(({ contribute, isInForce }) => contribute && isInForce);
  const found = await inParallel(shared, atATime, async ({ subject }) => {
    try {
      return await addableChart(holder, subject);
    } catch (error) {
      return { subject, refusal: (error as Error).name };
    }
  });
  return {
    charts: found.filter((it) => "keys" in it).filter(({ keys }) => keys.length > 0),
    closed: found.filter((it) => "refusal" in it),
  };
}

const atATime = 8;

async function addableChart(holder: Holder, subject: Address): Promise<StaffChart> {
  const { epoch, keyset, writingKey, shared } = await openSharedAccess({ holder, subject });
  const { terms, about } = shared!;
  const keys = parseTerms(terms).contribute.flatMap((name) => {
    const category = categoryNumber(name);
    const publicKey = writingKey(category);
    return publicKey === undefined ? [] : { category, publicKey };
  });
  return { subject: subject.toLowerCase() as Address, epoch, keyset, keys, about };
}
