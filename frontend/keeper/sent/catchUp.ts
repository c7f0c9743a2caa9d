import type { MessageName } from "#core/chain/typedMessages.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { refreshGrants } from "#core/chart/refreshGrants.ts";
import { finishShares } from "../sharing/unfinishedShares.ts";

/** What follows a deed off the chain: the keys of a share, and after new keys those of everybody else. */
export async function catchUp(holder: Holder, name: MessageName): Promise<void> {
  if (name === "Grant") await finishShares(holder);
  if (name === "Revoke" || name === "RevokeAll" || name === "Rotate") await refreshGrants({ holder });
}
