import { concat } from "viem";
import { nonceSize, sealAead, tagSize } from "../aead.ts";
import { uint8 } from "../integerBytes.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { SealingError } from "../SealingError.ts";
import type { DeskOffer } from "./DeskOffer.ts";
import { type DeskSender, deskSender } from "./deskSender.ts";

/** What gateways take for one message of a mailbox. */
export const longestDeskMessage = 4096;

export type SealDeskMessageParameters = Pick<DeskOffer, "mailbox" | "key"> & {
  sender: DeskSender;
  plaintext: Uint8Array;
  random?: RandomBytes;
};

export function sealDeskMessage(parameters: SealDeskMessageParameters): Uint8Array {
  const { mailbox, key, sender, plaintext, random = randomBytes } = parameters;
  const size = nonceSize + plaintext.length + tagSize;
  if (size > longestDeskMessage) throw new SealingError("DeskMessageTooLong", `${size} bytes`);
  const nonce = random(nonceSize);
  const associated = concat([mailbox, uint8(deskSender[sender])]);
  return concat([nonce, sealAead({ key, nonce, plaintext, associated })]);
}
