import type { FullConnection } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { PatientDesk, deskMilliseconds } from "#core/sealing/desk/PatientDesk.ts";
import type { AnswersAtDesk } from "./AtDesk.ts";
import { answerOffer, answeringPatience } from "./answerOffer.ts";
import { type Believed, checkedRequest } from "./checkedRequest.ts";
import { offerIn } from "./offerIn.ts";
import { tryDigits } from "./tryDigits.ts";

/** A patient's side of a desk: what it draws and computes stays here; the digits are only ever compared. */
export function createDeskAnswering(
  holder: () => Holder,
  connection: FullConnection,
  { milliseconds = answeringPatience }: { milliseconds?: number } = {},
): AnswersAtDesk {
  const { gateway } = connection;
  const accept = (request: string) => checkedRequest(connection, request);
  let desk: PatientDesk<Believed> | undefined;

  return {
    async answerDesk(text) {
      desk = undefined;
      const offer = offerIn(text);
      const answering = new PatientDesk({ offer, subject: holder().address, accept });
      const believed = await answerOffer({ gateway, offer, desk: answering, milliseconds });
      if (believed.refusal !== undefined) return believed;
      desk = answering;
      return { ...believed, until: Date.now() + deskMilliseconds };
    },
    enterDigits: async (digits) => tryDigits(desk, digits),
  };
}
