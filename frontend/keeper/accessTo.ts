import { type Address, isAddressEqual } from "viem";
import type { Access } from "#core/chart/Access.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";

/** One's own chart, or another's as far as it was shared. */
export function accessTo(holder: Holder, subject: Address): Promise<Access> {
  return isAddressEqual(subject, holder.address) ? openOwnAccess({ holder }) : openSharedAccess({ holder, subject });
}
