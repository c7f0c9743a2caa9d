import type { ChartChain } from "#core/chart/ChartServices.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { isRotation } from "./isRotation.ts";
import { readChartState } from "./readChart.ts";
import { type Sending, sendChange } from "./sendChange.ts";

type Revocation = Parameters<ChartChain["revokeAll"]>[0];

export async function revokeAll(sending: Sending, revocation: Revocation): Promise<{ isRotated: boolean }> {
  const { chain } = sending;
  const { subject, epoch, nextKeysetHash: nextKeyset } = revocation;
  const head = await chain.head();
  const { generation } = await readChartState(chain, subject, head.number);
  return sendChange(sending, {
    name: "RevokeAll",
    values: { subject, nextKeyset, generation, epoch, deadline: deadlineOf(chain, head) },
    about: subject,
    outcomeIn(events) {
      const revoked = events.find(({ eventName }) => eventName === "AllRevoked");
      if (revoked === undefined) return undefined;
      const together = events.filter(({ transactionHash }) => transactionHash === revoked.transactionHash);
      return { isRotated: together.some((event) => isRotation(event, { from: epoch, nextKeyset })) };
    },
  });
}
