import type { ChartChain } from "#core/chart/ChartServices.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { type Sending, sendChange } from "./sendChange.ts";

export async function openChart(sending: Sending, opening: Parameters<ChartChain["openChart"]>[0]): Promise<void> {
  const { chain } = sending;
  const { subject, keysetHash: keyset } = opening;
  await sendChange(sending, {
    name: "OpenChart",
    values: { subject, keyset, deadline: deadlineOf(chain, await chain.head()) },
    about: subject,
    outcomeIn: (events) =>
      events.some((event) => event.eventName === "ChartOpened" && event.args.keyset === keyset) || undefined,
  });
}
