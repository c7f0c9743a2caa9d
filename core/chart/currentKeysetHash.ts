import type { Address, Hex } from "viem";
import { ChartError } from "./ChartError.ts";
import type { Holder } from "./Holder.ts";

/** Of a chart's current epoch, as the chain says it now. */
export async function currentKeysetHash({ services }: Holder, subject: Address): Promise<Hex> {
  const chart = await services.chain.chartOf(subject);
  const hash = chart?.keysetHashes.get(chart.epoch);
  if (hash === undefined) throw new ChartError("NoChart");
  return hash;
}
