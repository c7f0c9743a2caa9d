import { afterAll, beforeAll, expect, test } from "vitest";
import { sharedChart } from "../../scripts/bench/gateway/gatewayMeasures.ts";
import { timesOfList } from "../../scripts/bench/gateway/timesOfList.ts";
import { grantsOfCharts } from "../../scripts/bench/share/grantsOfCharts.ts";
import { type MeasuredWorld, startWorld } from "../../scripts/bench/stack/startWorld.ts";

let world: MeasuredWorld;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world?.close());

test("a grant costs the same gas in a chart of 10 records and in one of 10,000", async () => {
  const [small, large] = await grantsOfCharts(world, [10, 10_000], { rounds: 1 });
  expect(Math.abs(large!.gas - small!.gas)).toBeLessThanOrEqual(100);
});

test("a grantee who has just connected sees a timeline of 1,000 records within a second", async () => {
  const chart = await sharedChart(world, 1000);
  const { ours } = await timesOfList(world, chart);
  expect(ours).toBeLessThanOrEqual(1);
});
