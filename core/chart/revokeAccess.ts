import type { Address } from "viem";
import type { Holder } from "./Holder.ts";
import { currentChart } from "./currentChart.ts";
import { nextKeysOf } from "./ownKeys.ts";
import { type NotRefreshed, refreshGrants } from "./refreshGrants.ts";
import { rotateKeys } from "./rotateKeys.ts";

/**
 * Ends a grant and changes the chart's keys in the same transaction; everybody else then gets the new ones. What the
 * grantee has opened before cannot be unseen. Nothing that others do, or fail to do, keeps the grant from ending.
 */
export async function revokeAccess({ holder, grantee }: { holder: Holder; grantee: Address }): Promise<NotRefreshed> {
  const { chain } = holder.services;
  const { chart } = await currentChart({ holder });
  const next = nextKeysOf({ holder, chart });
  const subject = holder.address;
  const { isRotated } = await chain.revoke({ subject, grantee, epoch: chart.epoch, nextKeysetHash: next.hash });

  // If another device began this epoch a moment before, it did so while the grant stood, and may have sent the keys on.
  return isRotated ? refreshGrants({ holder }) : rotateKeys({ holder });
}
