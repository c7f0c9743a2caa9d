import { concat } from "viem";
import { nonceSize, openAead, tagSize } from "../aead.ts";
import { uint8 } from "../integerBytes.ts";
import { SealingError } from "../SealingError.ts";
import type { DeskOffer } from "./DeskOffer.ts";
import { type DeskSender, deskSender } from "./deskSender.ts";

export type OpenDeskMessageParameters = Pick<DeskOffer, "mailbox" | "key"> & { sender: DeskSender; sealed: Uint8Array };

export function openDeskMessage({ mailbox, key, sender, sealed }: OpenDeskMessageParameters): Uint8Array {
  if (sealed.length < nonceSize + tagSize) throw new SealingError("UnknownFormat", "shorter than any message");
  const nonce = sealed.subarray(0, nonceSize);
  const box = sealed.subarray(nonceSize);
  const associated = concat([mailbox, uint8(deskSender[sender])]);
  const plaintext = openAead({ key, nonce, box, associated });
  if (plaintext === undefined) throw new SealingError("DeskMessageDamaged");
  return plaintext;
}
