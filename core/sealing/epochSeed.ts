import { type ChartPlace, chartContext } from "./chartContext.ts";
import { uint32, uint8 } from "./integerBytes.ts";
import { keyedHash } from "./keyedHash.ts";

export type EpochSeedParameters = { root: Uint8Array; chart: ChartPlace; category: number; epoch: number };

/** What one category in one epoch hangs from. Whoever has it can read that category of that epoch, and nothing else. */
export function epochSeed({ root, chart, category, epoch }: EpochSeedParameters): Uint8Array {
  return keyedHash(categorySeed({ root, chart, category }), "ownchart/epoch", uint32(epoch));
}

export function categorySeed({ root, chart, category }: Omit<EpochSeedParameters, "epoch">): Uint8Array {
  return keyedHash(root, "ownchart/category", chartContext(chart), uint8(category));
}
