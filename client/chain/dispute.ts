import type { ChartChain } from "#core/chart/ChartServices.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { type Sending, sendChange } from "./sendChange.ts";

export async function dispute(sending: Sending, disputed: Parameters<ChartChain["dispute"]>[0]): Promise<void> {
  const { chain } = sending;
  const { subject, capsuleHash: capsule } = disputed;
  await sendChange(sending, {
    name: "Dispute",
    values: { subject, capsule, deadline: deadlineOf(chain, await chain.head()) },
    about: subject,
    outcomeIn: (events) =>
      events.some((event) => event.eventName === "RecordDisputed" && event.args.capsule === capsule) || undefined,
  });
}
