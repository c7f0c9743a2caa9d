import type { ChartChain } from "#core/chart/ChartServices.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { isRotation } from "./isRotation.ts";
import { type Sending, sendChange } from "./sendChange.ts";

export async function rotate(sending: Sending, rotation: Parameters<ChartChain["rotate"]>[0]): Promise<void> {
  const { chain } = sending;
  const { subject, epoch, nextKeysetHash: nextKeyset } = rotation;
  await sendChange(sending, {
    name: "Rotate",
    values: { subject, epoch, nextKeyset, deadline: deadlineOf(chain, await chain.head()) },
    about: subject,
    outcomeIn: (events) => events.some((event) => isRotation(event, { from: epoch, nextKeyset })) || undefined,
  });
}
