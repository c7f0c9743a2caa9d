import type { FullConnection } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { methodsWhenUsed } from "../methodsWhenUsed.ts";
import type { KnowsSeats } from "./Licensing.ts";
import type { Licensing } from "./createLicensing.ts";

/** Licences of one's own, and boards: for those who have to do with them. */
export function licensingMethods(holder: () => Holder, connection: FullConnection): Licensing & KnowsSeats {
  const seats = methodsWhenUsed<KnowsSeats>(
    async () => {
      const { readSeats } = await import("./readSeats.ts");
      return { seats: () => readSeats(connection, connection.signer.address) };
    },
    { seats: true },
  );
  const licensing = methodsWhenUsed<Licensing>(async () => {
    const [{ createLicensing }, { createSecretStore }] = await Promise.all([
      import("./createLicensing.ts"),
      import("./createSecretStore.ts"),
    ]);
    return createLicensing({ holder, connection, store: createSecretStore() });
  }, names);
  return { ...seats, ...licensing };
}

const names: Record<keyof Licensing, true> = {
  boards: true,
  ownLicensing: true,
  applyForLicence: true,
  answerBoard: true,
  withdrawApplication: true,
  publishLicence: true,
  boardDesk: true,
  boardRegister: true,
  licenceStory: true,
  readApplicationDocument: true,
  decideLicence: true,
  sendCredential: true,
  askApplicant: true,
  proposeDecision: true,
  approveProposal: true,
  sendProposalBack: true,
  boardSecretText: true,
  makeBoardSecret: true,
  enterBoardSecret: true,
  handOnBoardSecret: true,
};
