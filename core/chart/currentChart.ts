import type { ChainChart } from "./ChartServices.ts";
import { ChartError } from "./ChartError.ts";
import type { Holder } from "./Holder.ts";
import { type OwnKeys, ownKeysOf } from "./ownKeys.ts";

export type CurrentChart = { chart: ChainChart; keys: OwnKeys };

/** One's own chart as the chain has it. An old vault, which leads to other keys, is refused (`StaleVault`). */
export async function currentChart({ holder }: { holder: Holder }): Promise<CurrentChart> {
  const chart = await holder.services.chain.chartOf(holder.address);
  if (chart === undefined) throw new ChartError("NoChart");
  return { chart, keys: ownKeysOf({ holder, chart, epoch: chart.epoch }) };
}
