import type { Holder } from "#core/chart/Holder.ts";
import { type SealedShare, shareChart } from "#core/chart/shareChart.ts";
import type { ShareWish } from "../Keeper.ts";
import { forgetFinished, keepUnfinished } from "./unfinishedShares.ts";

/** Shares so that closing the page in the middle loses nothing: the rest follows when the vault is opened again. */
export async function share(holder: Holder, wish: ShareWish): Promise<void> {
  let kept: SealedShare | undefined;
  await shareChart({
    holder,
    ...wish,
    async keepSealed(sealed) {
      kept = sealed;
      await keepUnfinished(holder, sealed);
    },
  });
  if (kept !== undefined) await forgetFinished(holder, kept);
}
