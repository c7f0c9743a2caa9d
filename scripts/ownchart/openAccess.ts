import { isAddressEqual } from "viem";
import type { Access } from "#core/chart/Access.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { parseAddress } from "./arguments/parseAddress.ts";

/** One's own chart, or the one of whoever was named. */
export function openAccess({ holder, of }: { holder: Holder; of: string | undefined }): Promise<Access> {
  const subject = of === undefined ? holder.address : parseAddress(of);
  return isAddressEqual(subject, holder.address) ? openOwnAccess({ holder }) : openSharedAccess({ holder, subject });
}
