import type { Holder } from "./Holder.ts";
import { currentChart } from "./currentChart.ts";
import { nextKeysOf } from "./ownKeys.ts";
import { rotateKeys } from "./rotateKeys.ts";

/** Ends every grant and changes the chart's keys, in one transaction however many there are. */
export async function revokeAllAccess({ holder }: { holder: Holder }): Promise<void> {
  const { chain } = holder.services;
  const { chart } = await currentChart({ holder });
  const { hash: nextKeysetHash } = nextKeysOf({ holder, chart });
  const subject = holder.address;
  const { isRotated } = await chain.revokeAll({ subject, epoch: chart.epoch, nextKeysetHash });

  // Another device that began this epoch a moment before may have sent its keys to those whose grants have now ended.
  if (!isRotated) await rotateKeys({ holder });
}
