import type { ChartChain } from "#core/chart/ChartServices.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { type Sending, sendChange } from "./sendChange.ts";

type Marked = Parameters<ChartChain["markEnteredInError"]>[0];

export async function markEnteredInError(sending: Sending, marked: Marked): Promise<void> {
  const { chain } = sending;
  const { author, subject, capsuleHash: capsule } = marked;
  await sendChange(sending, {
    name: "MarkEnteredInError",
    values: { author, subject, capsule, deadline: deadlineOf(chain, await chain.head()) },
    about: subject,
    outcomeIn: (events) =>
      events.some((it) => it.eventName === "RecordMarkedEnteredInError" && it.args.capsule === capsule) || undefined,
  });
}
