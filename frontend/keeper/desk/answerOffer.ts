import type { GatewayClient } from "#client/gateway/createGatewayClient.ts";
import { KeeperError } from "../KeeperError.ts";
import type { DeskOffer } from "#core/sealing/desk/DeskOffer.ts";
import type { PatientDesk } from "#core/sealing/desk/PatientDesk.ts";
import { openDeskMessage } from "#core/sealing/desk/openDeskMessage.ts";
import { sameBytes } from "#core/sealing/sameBytes.ts";
import { firstIn } from "./firstIn.ts";
import { mailboxOf } from "./mailboxOf.ts";

/** How long somebody at the desk may take to answer, who is there if the code still holds. */
export const answeringPatience = 15_000;

export type AnswerOfferParameters<Request> = {
  gateway: GatewayClient;
  offer: DeskOffer;
  desk: PatientDesk<Request>;
  milliseconds: number;
};

/** Answers a code, and gives back what its side then shows, as far as it can be believed. */
export async function answerOffer<Request>(parameters: AnswerOfferParameters<Request>): Promise<Request> {
  const { gateway, offer, desk, milliseconds } = parameters;
  await mailboxOf(gateway, offer).post(desk.answer);
  let isPlaced = false;
  const reveal = await firstIn(gateway, offer, {
    milliseconds,
    /** Where another phone was first, its digits are not for us. */
    found(message) {
      if (sameBytes(message, desk.answer)) isPlaced = true;
      else if (isFrom("doctor", offer, message)) return message;
      else if (!isPlaced && isFrom("patient", offer, message)) throw new KeeperError("DeskTaken");
      return undefined;
    },
  });
  if (reveal === undefined) throw new KeeperError("DeskSilent");
  return desk.takeReveal(reveal, Date.now());
}

/** Whoever knows a mailbox's name can put something into it; only who saw the QR, something that opens. */
function isFrom(sender: "doctor" | "patient", offer: DeskOffer, sealed: Uint8Array): boolean {
  try {
    openDeskMessage({ ...offer, sender, sealed });
    return true;
  } catch {
    return false;
  }
}
