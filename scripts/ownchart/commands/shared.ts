import type { SharedChart } from "#client/Connection.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { command } from "../Command.ts";
import { dayOf } from "../output/dayOf.ts";
import { explainFailure } from "../output/explainFailure.ts";

export const shared = command({
  name: "shared",
  summary: "charts that are shared with you",
  operands: [],
  description:
    "As the chain says it, in force or still to begin; names from the grants, which each must be opened for.",
  examples: ["shared --account 3", "shared --keys doctor.keys --json"],
  options: {},
  async run(context) {
    const world = await context.world();
    const holder = await world.holder();
    const charts = [];
    for (const chart of await world.connection.sharedWithMe()) {
      context.signal.throwIfAborted();
      charts.push({ ...chart, subject: chart.subject.toLowerCase(), ...(await whoseIs(holder, chart)) });
    }
    const columns = [
      { title: "whose", isFlexible: true as const },
      { title: "chart" },
      { title: "may" },
      { title: "until" },
    ];
    const rows = charts.map((chart) => {
      const may = [chart.read && "read", chart.contribute && "add"].filter(Boolean).join(", ");
      const whose =
        chart.about === undefined ? (chart.error?.name ?? "") : `${chart.about.name}, ${chart.about.birthDate}`;
      return [whose, chart.subject, may, dayOf(chart.validUntil - 1)];
    });
    const text = rows.length === 0 ? ["No chart is shared with you."] : context.table(columns, rows);
    return { text, json: { charts } };
  },
});

type Whose = { about?: { name: string; birthDate: string }; error?: { name: string; message: string } };

async function whoseIs(holder: Holder, { subject, isInForce }: SharedChart): Promise<Whose> {
  if (!isInForce) return {};
  try {
    const { shared: given } = await openSharedAccess({ holder, subject });
    return given === undefined ? {} : { about: given.about };
  } catch (error) {
    return { error: explainFailure(error) };
  }
}
