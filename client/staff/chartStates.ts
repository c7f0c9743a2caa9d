import type { Address } from "viem";
import type { StaffChart } from "#core/sealing/staff/StaffSheet.ts";
import type { ClientChain } from "../chain/ClientChain.ts";
import { atOneBlock } from "../chain/atOneBlock.ts";
import { mostAtOnce } from "../chain/createClientChain.ts";
import { pagesOf } from "../chain/pagesOf.ts";
import { readChartState } from "../chain/readChart.ts";
import { readGrantState } from "../chain/readGrants.ts";

/** `ended`: the hospital may not add any more. `keys-changed`: it may, under keys that are not these. */
export type ChartState = "open" | "keys-changed" | "ended";

/** Where charts stand whose keys a hospital once had. Two questions each. */
export async function chartStates(
  chain: ClientChain,
  { hospital, charts }: { hospital: Address; charts: readonly Pick<StaffChart, "subject" | "epoch">[] },
): Promise<ChartState[]> {
  return atOneBlock(chain, async (head) => {
    const now = Math.max(head.time, chain.now());
    const states: ChartState[] = [];
    for (const page of pagesOf(charts, mostAtOnce / 2)) {
      states.push(...(await Promise.all(page.map(stateOf))));
    }
    return states;

    async function stateOf({ subject, epoch }: Pick<StaffChart, "subject" | "epoch">): Promise<ChartState> {
      const [grant, chart] = await Promise.all([
        readGrantState({ chain, subject, grantee: hospital, at: head.number }),
        readChartState(chain, subject, head.number),
      ]);
      const { validFrom, validUntil, generation, contribute } = grant;
      const isInForce = contribute && generation === chart.generation && validFrom <= now && now < validUntil;
      if (!isInForce) return "ended";
      return chart.epoch === epoch ? "open" : "keys-changed";
    }
  });
}
