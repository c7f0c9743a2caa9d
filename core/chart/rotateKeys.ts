import type { Holder } from "./Holder.ts";
import { currentChart } from "./currentChart.ts";
import { nextKeysOf } from "./ownKeys.ts";
import { type NotRefreshed, refreshGrants } from "./refreshGrants.ts";

/** Starts the next epoch: what is added from now on is under keys that nobody has who is not given them. */
export async function rotateKeys({ holder }: { holder: Holder }): Promise<NotRefreshed> {
  const { chart } = await currentChart({ holder });
  const { hash: nextKeysetHash } = nextKeysOf({ holder, chart });
  await holder.services.chain.rotate({ subject: holder.address, epoch: chart.epoch, nextKeysetHash });
  return refreshGrants({ holder });
}
