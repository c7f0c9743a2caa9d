import type { createTerms } from "../consent/createTerms.ts";
import type { ChainChart } from "./ChartServices.ts";
import type { ShareChartParameters } from "./shareChart.ts";

type Terms = Parameters<typeof createTerms>[0];

/** The terms under which a chart is going to be shared, but for their salt: what is shown first is what is then signed. */
export function shareTerms(
  parameters: ShareChartParameters & { now: number },
  { chainId, chart }: { chainId: number; chart: ChainChart },
): Omit<Terms, "salt"> {
  const { holder, grantee, granteeName, read, contribute, purpose, validUntil, now } = parameters;
  const since = { all: undefined, "this-epoch": chart.epochStart, "from-now": now }[parameters.history];
  return {
    chainId,
    subject: holder.address,
    grantee,
    ...(granteeName !== undefined && { granteeName }),
    read: [...read],
    contribute: [...contribute],
    purpose,
    from: now,
    until: validUntil,
    history: since === undefined ? "all" : { since },
    issued: now,
  };
}
