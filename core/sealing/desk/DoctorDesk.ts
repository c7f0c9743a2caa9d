import type { Address } from "viem";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { createDeskOffer } from "./createDeskOffer.ts";
import { deskCode } from "./deskCode.ts";
import type { DeskOffer } from "./DeskOffer.ts";
import { type DeskReveal, encodeDeskReveal } from "./encodeDeskReveal.ts";
import { openDeskMessage } from "./openDeskMessage.ts";
import { parseDeskAnswer } from "./parseDeskAnswer.ts";
import { sealDeskMessage } from "./sealDeskMessage.ts";

export type DoctorDeskParameters = { request: string; random?: RandomBytes };

export type AnsweredDesk = {
  subject: Address;
  /** To be shown on this screen only, and read out. */
  code: string;
  /** The message to put into the mailbox. */
  reveal: Uint8Array;
};

/** The side that shows the QR and the digits: a clinician's, or a new device of one's own. */
export class DoctorDesk {
  readonly offer: DeskOffer;
  readonly #shown: DeskReveal;
  readonly #reveal: Uint8Array;
  #isAnswered = false;

  constructor({ request, random = randomBytes }: DoctorDeskParameters) {
    const { offer, nonceDoctor } = createDeskOffer({ request, random });
    this.offer = offer;
    this.#shown = { nonceDoctor, request };
    // Now, so that a request that is too long is refused before anybody scans its QR.
    const plaintext = encodeDeskReveal(this.#shown);
    this.#reveal = sealDeskMessage({ ...offer, sender: "doctor", plaintext, random });
  }

  /**
   * Undefined for every answer after the first: whoever answered second may have photographed the QR, and each further
   * nonce of theirs would be one more guess. What is no answer at all is refused and leaves the desk open.
   */
  takeAnswer(sealed: Uint8Array): AnsweredDesk | undefined {
    if (this.#isAnswered) return undefined;
    const answer = parseDeskAnswer(openDeskMessage({ ...this.offer, sender: "patient", sealed }));
    this.#isAnswered = true;
    return { subject: answer.subject, code: deskCode({ ...this.#shown, ...answer }), reveal: this.#reveal };
  }
}
