import type { ChartChain } from "#core/chart/ChartServices.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { type Sending, sendChange } from "./sendChange.ts";

type Correction = Parameters<ChartChain["supersede"]>[0];

export async function supersede(sending: Sending, correction: Correction): Promise<void> {
  const { chain } = sending;
  const { author, subject, epoch, oldCapsuleHash: oldCapsule, newCapsuleHash: newCapsule } = correction;
  await sendChange(sending, {
    name: "Supersede",
    values: { author, subject, epoch, oldCapsule, newCapsule, deadline: deadlineOf(chain, await chain.head()) },
    about: subject,
    outcomeIn: (events) =>
      events.some((it) => it.eventName === "RecordSuperseded" && it.args.newCapsule === newCapsule) || undefined,
  });
}
