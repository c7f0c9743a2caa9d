import type { Address } from "viem";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { sameBytes } from "../sameBytes.ts";
import { SealingError } from "../SealingError.ts";
import { deskCode } from "./deskCode.ts";
import { deskCommitment } from "./deskCommitment.ts";
import { type DeskOffer, deskNonceSize } from "./DeskOffer.ts";
import { encodeDeskAnswer } from "./encodeDeskAnswer.ts";
import { openDeskMessage } from "./openDeskMessage.ts";
import { parseDeskReveal } from "./parseDeskReveal.ts";
import { sealDeskMessage } from "./sealDeskMessage.ts";

export const deskTries = 3;
export const deskMilliseconds = 2 * 60 * 1000;

export type PatientDeskParameters<Request> = {
  /** From the QR. */
  offer: DeskOffer;
  subject: Address;
  /** acceptAccessRequest or acceptDeviceRequest: throws unless this side may believe the request. */
  accept: (text: string) => Request | Promise<Request>;
  random?: RandomBytes;
};

/** The side that scans the QR and types the digits: a patient's, or the device that has the vault. */
export class PatientDesk<Request> {
  /** The message to put into the mailbox. */
  readonly answer: Uint8Array;
  readonly #offer: DeskOffer;
  readonly #subject: Address;
  readonly #noncePatient: Uint8Array;
  readonly #accept: PatientDeskParameters<Request>["accept"];
  #revealed: { request: Request; code: string; at: number } | undefined;
  #triesLeft = deskTries;

  constructor({ offer, subject, accept, random = randomBytes }: PatientDeskParameters<Request>) {
    const noncePatient = random(deskNonceSize);
    const plaintext = encodeDeskAnswer({ noncePatient, subject });
    this.answer = sealDeskMessage({ ...offer, sender: "patient", plaintext, random });
    this.#offer = offer;
    this.#subject = subject;
    this.#noncePatient = noncePatient;
    this.#accept = accept;
  }

  get triesLeft(): number {
    return this.#triesLeft;
  }

  /** Checks what the other side shows, in milliseconds of any clock; from here on the digits can be entered. */
  async takeReveal(sealed: Uint8Array, now: number): Promise<Request> {
    const reveal = parseDeskReveal(openDeskMessage({ ...this.#offer, sender: "doctor", sealed }));
    if (!sameBytes(deskCommitment(reveal), this.#offer.commitment)) throw new SealingError("DeskCommitmentBroken");
    const request = await this.#accept(reveal.request);
    const code = deskCode({ ...reveal, subject: this.#subject, noncePatient: this.#noncePatient });
    // The same reveal, brought again, must not give more time.
    this.#revealed ??= { request, code, at: now };
    return this.#revealed.request;
  }

  /** The request, once the digits on the other screen have been typed; right or wrong, each try is used up. */
  enterCode(digits: string, now: number): Request {
    const revealed = this.#revealed;
    const isInTime = revealed !== undefined && now - revealed.at <= deskMilliseconds;
    if (!isInTime || this.#triesLeft === 0) throw new SealingError("DeskClosed");
    this.#triesLeft -= 1;
    if (digits !== revealed.code) throw new SealingError("DeskCodeWrong");
    this.#triesLeft = 0;
    return revealed.request;
  }
}
