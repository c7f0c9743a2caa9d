import { openChart } from "#core/chart/openChart.ts";
import { command } from "../Command.ts";
import { recoveryCodeLines } from "../keys/recoveryCodeLines.ts";

export const openChartCommand = command({
  name: "open-chart",
  summary: "begin your own chart",
  operands: [],
  description: "Keeps your vault at the gateway first, so that the keys of the chart cannot be lost.",
  examples: ["open-chart --keys maya.keys", "open-chart --account 8 --pay-myself"],
  options: {},
  async run(context) {
    const world = await context.world();
    const kept = await world.keepVault();
    await openChart({ holder: await world.holder() });
    const { address } = world;
    return {
      text: [`The chart of ${address} is open.`, ...recoveryCodeLines(kept.recoveryCode)],
      json: { address, ...kept },
    };
  },
});
