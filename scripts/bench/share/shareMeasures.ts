import type { Measure } from "../../measure/Measure.ts";
import { startWorld } from "../stack/startWorld.ts";
import { grantsOfCharts } from "./grantsOfCharts.ts";

const sizes = [10, 1000, 10_000];

/** What a grant costs on chain, and how long a patient waits for it, however many records the chart has. */
export async function* shareMeasures(): AsyncGenerator<Measure> {
  const world = await startWorld();
  try {
    const grants = await grantsOfCharts(world, sizes);
    const [smallest] = grants;
    for (const { records, gas } of grants)
      yield { name: `gas.${records}`, value: gas, unit: "gas", ...besides(records, smallest!.gas) };
    for (const { records, milliseconds } of grants)
      yield { name: `time.${records}`, value: milliseconds, unit: "ms", ...besides(records, smallest!.milliseconds) };
  } finally {
    await world.close();
  }
}

/** The chart of the fewest is what others are held against. */
function besides(records: number, smallest: number) {
  return records === sizes[0] ? {} : { peer: smallest };
}
