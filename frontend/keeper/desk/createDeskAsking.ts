import { type Address, isAddressEqual } from "viem";
import { wait } from "#client/wait.ts";
import type { FullConnection } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { type AnsweredDesk, DoctorDesk } from "#core/sealing/desk/DoctorDesk.ts";
import { deskMilliseconds } from "#core/sealing/desk/PatientDesk.ts";
import { encodeDeskOffer } from "#core/sealing/desk/encodeDeskOffer.ts";
import { KeeperError } from "../KeeperError.ts";
import type { AsksAtDesk } from "./AtDesk.ts";
import { mailboxOf } from "./mailboxOf.ts";
import { signedRequest } from "./signedRequest.ts";

type Sitting = { desk: DoctorDesk; leaving: AbortController; answered?: { subject: Address; before: string } };

/** A clinician's side of a desk: its nonce and its mailbox's key stay here, the page gets what is to be shown. */
export function createDeskAsking(
  holder: () => Holder,
  connection: FullConnection,
  { milliseconds = deskMilliseconds }: { milliseconds?: number } = {},
): AsksAtDesk {
  let request: string | undefined;
  let sitting: Sitting | undefined;

  const present = () => {
    if (sitting === undefined) throw new KeeperError("DeskLeft");
    return sitting;
  };

  async function leaveDesk() {
    sitting?.leaving.abort(new KeeperError("DeskLeft"));
    sitting = undefined;
  }

  async function renewDesk() {
    if (request === undefined) throw new KeeperError("DeskLeft");
    await leaveDesk();
    const desk = new DoctorDesk({ request });
    sitting = { desk, leaving: new AbortController() };
    return { offer: encodeDeskOffer(desk.offer), until: Date.now() + milliseconds };
  }

  return {
    leaveDesk,
    renewDesk,
    async openDesk(wish) {
      await leaveDesk();
      request = await signedRequest(holder(), connection, wish);
      return renewDesk();
    },
    async deskAnswer() {
      const current = present();
      const { desk, leaving } = current;
      const over = AbortSignal.timeout(milliseconds);
      const { subject, code, reveal } = await firstAnswer(connection, desk, { leaving: leaving.signal, over });
      current.answered = { subject, before: await grantedTerms(holder(), subject) };
      await mailboxOf(connection.gateway, desk.offer).post(reveal);
      return { digits: code, until: Date.now() + deskMilliseconds };
    },
    async deskShare() {
      const { answered, leaving } = present();
      if (answered === undefined) throw new KeeperError("DeskLeft");
      const { subject, before } = answered;
      for (;;) {
        const name = await nameOnceShared(holder(), subject, before);
        if (name !== undefined) return { subject, name };
        await wait(betweenLooks, leaving.signal);
      }
    },
  };
}

const betweenLooks = 1000;

type Ends = { leaving: AbortSignal; over: AbortSignal };

async function firstAnswer(
  { gateway }: FullConnection,
  desk: DoctorDesk,
  { leaving, over }: Ends,
): Promise<AnsweredDesk> {
  const signal = AbortSignal.any([leaving, over]);
  try {
    for await (const message of mailboxOf(gateway, desk.offer).messages(signal)) {
      const answered = answerIn(desk, message);
      if (answered !== undefined) return answered;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  leaving.throwIfAborted();
  throw new KeeperError("DeskOver");
}

/** Undefined for what is no answer: anybody who knows the mailbox can put something into it. */
function answerIn(desk: DoctorDesk, message: Uint8Array): AnsweredDesk | undefined {
  try {
    return desk.takeAnswer(message);
  } catch {
    return undefined;
  }
}

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
