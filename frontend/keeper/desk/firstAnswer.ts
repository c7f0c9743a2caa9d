import type { GatewayClient } from "#client/gateway/createGatewayClient.ts";
import type { AnsweredDesk, DoctorDesk } from "#core/sealing/desk/DoctorDesk.ts";
import { KeeperError } from "../KeeperError.ts";
import { firstIn } from "./firstIn.ts";

export type Ends = { leaving: AbortSignal; milliseconds: number };

/** The one answer that a desk takes, once it comes. */
export async function firstAnswer(gateway: GatewayClient, desk: DoctorDesk, ends: Ends): Promise<AnsweredDesk> {
  const answered = await firstIn(gateway, desk.offer, { ...ends, found: (message) => answerIn(desk, message) });
  if (answered === undefined) throw new KeeperError("DeskOver");
  return answered;
}

/** Undefined for what is no answer: anybody who knows the mailbox can put something into it. */
function answerIn(desk: DoctorDesk, message: Uint8Array): AnsweredDesk | undefined {
  try {
    return desk.takeAnswer(message);
  } catch {
    return undefined;
  }
}
