import { type Address, isAddressEqual } from "viem";
import { wait } from "#client/wait.ts";
import type { FullConnection } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { DoctorDesk } from "#core/sealing/desk/DoctorDesk.ts";
import { deskMilliseconds } from "#core/sealing/desk/PatientDesk.ts";
import { encodeDeskOffer } from "#core/sealing/desk/encodeDeskOffer.ts";
import { KeeperError } from "../KeeperError.ts";
import type { AsksAtDesk } from "./AtDesk.ts";
import { createSeat } from "./createSeat.ts";
import { firstAnswer } from "./firstAnswer.ts";
import { mailboxOf } from "./mailboxOf.ts";
import { signedRequest } from "./signedRequest.ts";

type Sitting = { desk: DoctorDesk; answered?: { subject: Address; before: string } };

/** A clinician's side of a desk: its nonce and its mailbox's key stay here, the page gets what is to be shown. */
export function createDeskAsking(
  holder: () => Holder,
  connection: FullConnection,
  { milliseconds = deskMilliseconds }: { milliseconds?: number } = {},
): AsksAtDesk {
  const seat = createSeat<Sitting>();
  let request: string | undefined;

  async function renewDesk() {
    if (request === undefined) throw new KeeperError("DeskLeft");
    const desk = new DoctorDesk({ request });
    seat.take({ desk });
    return { offer: encodeDeskOffer(desk.offer), until: Date.now() + milliseconds };
  }

  return {
    leaveDesk: async () => seat.leave(),
    renewDesk,
    async openDesk(wish) {
      seat.leave();
      request = await signedRequest(holder(), connection, wish);
      return renewDesk();
    },
    async deskAnswer() {
      const current = seat.present();
      const { desk, leaving } = current;
      const { gateway } = connection;
      const { subject, code, reveal } = await firstAnswer(gateway, desk, { leaving, milliseconds });
      current.answered = { subject, before: await grantedTerms(holder(), subject) };
      await mailboxOf(gateway, desk.offer).post(reveal);
      return { digits: code, until: Date.now() + deskMilliseconds };
    },
    async deskShare() {
      const { answered, leaving } = seat.present();
      if (answered === undefined) throw new KeeperError("DeskLeft");
      const { subject, before } = answered;
      for (;;) {
        const name = await nameOnceShared(holder(), subject, before);
        if (name !== undefined) return { subject, name };
        await wait(betweenLooks, leaving);
      }
    },
  };
}

const betweenLooks = 1000;

/** By which a new grant is told from one that was there before; empty where there is none. */
async function grantedTerms({ address, services }: Holder, subject: Address): Promise<string> {
  const grants = await services.chain.grantsOf(subject);
  return grants.find(({ grantee }) => isAddressEqual(grantee, address))?.termsHash ?? "";
}

/** Undefined while it is not on chain, or its keys are still on their way to the gateway. */
async function nameOnceShared(holder: Holder, subject: Address, before: string): Promise<string | undefined> {
  const terms = await grantedTerms(holder, subject);
  if (terms === "" || terms === before) return undefined;
  return openSharedAccess({ holder, subject }).then(
    ({ shared }) => shared!.about.name,
    () => undefined,
  );
}
