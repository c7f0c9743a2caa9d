import type { DeskOffer } from "#core/sealing/desk/DeskOffer.ts";
import { parseDeskOffer } from "#core/sealing/desk/parseDeskOffer.ts";
import { KeeperError } from "../KeeperError.ts";

/** What a desk's QR offers: the code itself, or a link that has it behind its `#`. */
export function offerIn(text: string): DeskOffer {
  try {
    return parseDeskOffer(text.trim().split("#").at(-1)!);
  } catch (cause) {
    throw new KeeperError("DeskLinkDamaged", { cause });
  }
}
