import type { DeskOffer } from "#core/sealing/desk/DeskOffer.ts";
import type { Handover } from "#core/sealing/desk/encodeHandover.ts";
import { openDeskMessage } from "#core/sealing/desk/openDeskMessage.ts";
import { openVaultHandover } from "#core/sealing/desk/openVaultHandover.ts";
import { parseHandover } from "#core/sealing/desk/parseHandover.ts";
import type { KeyPair } from "#core/sealing/keyPairOf.ts";

export type HandoverInParameters = { offer: DeskOffer; pair: KeyPair; context: Uint8Array };

/** What another device handed over, or that it did not; undefined for every other message. */
export function handoverIn(
  message: Uint8Array,
  { offer, pair, context }: HandoverInParameters,
): Handover | "refused" | undefined {
  try {
    const sealed = openDeskMessage({ ...offer, sender: "patient", sealed: message });
    if (sealed.length === 0) return "refused";
    return parseHandover(openVaultHandover({ pair, sealed, context }));
  } catch {
    return undefined;
  }
}

/** An answer and a handover always say something, so nothing says no. */
export const refusalMessage = new Uint8Array();
