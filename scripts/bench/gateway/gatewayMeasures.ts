import { openChart } from "#core/chart/openChart.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { shareChart } from "#core/chart/shareChart.ts";
import type { Measure } from "../../measure/Measure.ts";
import { fillChart } from "../stack/fillChart.ts";
import { type MeasuredWorld, startWorld } from "../stack/startWorld.ts";
import { type MeasuredChart, capsuleMeasures } from "./capsuleMeasures.ts";
import { relayMeasures } from "./relayMeasures.ts";
import { timesOfList } from "./timesOfList.ts";

const records = 1000;

export async function* gatewayMeasures(): AsyncGenerator<Measure> {
  const world = await startWorld();
  try {
    const chart = await sharedChart(world, records);
    yield* capsuleMeasures(world, chart);
    const { ours, inMemory } = await timesOfList(world, chart);
    yield { name: `list.${records}`, value: ours, unit: "s", peer: inMemory };
    yield* relayMeasures(world, chart.subject);
  } finally {
    await world.close();
  }
}

/** A chart of so many records, all of which its grantee may read. */
export async function sharedChart(world: MeasuredWorld, count: number): Promise<MeasuredChart> {
  const [subject, grantee] = [world.person(), world.person()];
  await publishIdentity({ holder: grantee.paid });
  await openChart({ holder: subject.paid });
  const capsuleHashes = await fillChart(subject, count);
  await shareChart({
    holder: subject.paid,
    grantee: grantee.address,
    about: { name: "Sample", birthDate: "1990-01-01" },
    read: ["labs"],
    contribute: [],
    purpose: "treatment",
    validUntil: Math.floor(Date.now() / 1000) + 30 * 86_400,
    history: "all",
  });
  return { subject, grantee, capsuleHashes };
}
