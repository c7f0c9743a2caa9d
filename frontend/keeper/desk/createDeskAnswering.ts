import type { FullConnection } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { sameBytes } from "#core/sealing/sameBytes.ts";
import { SealingError } from "#core/sealing/SealingError.ts";
import type { DeskOffer } from "#core/sealing/desk/DeskOffer.ts";
import { PatientDesk, deskMilliseconds } from "#core/sealing/desk/PatientDesk.ts";
import { openDeskMessage } from "#core/sealing/desk/openDeskMessage.ts";
import { KeeperError } from "../KeeperError.ts";
import type { AnswersAtDesk } from "./AtDesk.ts";
import { type Believed, checkedRequest } from "./checkedRequest.ts";
import { mailboxOf } from "./mailboxOf.ts";
import { offerIn } from "./offerIn.ts";

/** How long somebody at the desk may take to answer, who is there if the code still holds. */
const patience = 15_000;

/** A patient's side of a desk: what it draws and computes stays here; the digits are only ever compared. */
export function createDeskAnswering(
  holder: () => Holder,
  connection: FullConnection,
  { milliseconds = patience }: { milliseconds?: number } = {},
): AnswersAtDesk {
  let desk: PatientDesk<Believed> | undefined;

  return {
    async answerDesk(text) {
      desk = undefined;
      const offer = offerIn(text);
      const accept = (request: string) => checkedRequest(connection, request);
      const answering = new PatientDesk({ offer, subject: holder().address, accept });
      await mailboxOf(connection.gateway, offer).post(answering.answer);
      const reveal = await revealFor(connection, offer, answering.answer, milliseconds);
      const believed = await answering.takeReveal(reveal, Date.now());
      if (believed.refusal !== undefined) return believed;
      desk = answering;
      return { ...believed, until: Date.now() + deskMilliseconds };
    },
    async enterDigits(digits) {
      if (desk === undefined) throw new SealingError("DeskClosed");
      try {
        desk.enterCode(digits, Date.now());
        return { areRight: true, triesLeft: 0 };
      } catch (error) {
        if (!(error instanceof SealingError) || error.name !== "DeskCodeWrong") throw error;
        return { areRight: false, triesLeft: desk.triesLeft };
      }
    },
  };
}

/** What the clinician's side shows after our answer. Where another phone was first, its digits are not for us. */
async function revealFor({ gateway }: FullConnection, offer: DeskOffer, own: Uint8Array, milliseconds: number) {
  const signal = AbortSignal.timeout(milliseconds);
  let isPlaced = false;
  try {
    for await (const message of mailboxOf(gateway, offer).messages(signal)) {
      if (sameBytes(message, own)) isPlaced = true;
      else if (isFrom("doctor", offer, message)) return message;
      else if (!isPlaced && isFrom("patient", offer, message)) throw new KeeperError("DeskTaken");
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  throw new KeeperError("DeskSilent");
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
