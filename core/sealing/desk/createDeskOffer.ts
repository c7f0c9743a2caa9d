import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { deskCommitment } from "./deskCommitment.ts";
import { type DeskOffer, deskKeySize, deskNonceSize, mailboxSize } from "./DeskOffer.ts";

export type CreateDeskOfferParameters = { request: string; random?: RandomBytes };

/** Step 1: what the QR shows, and the nonce that stays here until the other side has answered. */
export function createDeskOffer({ request, random = randomBytes }: CreateDeskOfferParameters): {
  offer: DeskOffer;
  nonceDoctor: Uint8Array;
} {
  const nonceDoctor = random(deskNonceSize);
  const commitment = deskCommitment({ nonceDoctor, request });
  return { offer: { commitment, mailbox: random(mailboxSize), key: random(deskKeySize) }, nonceDoctor };
}
