import type { Holder } from "#core/chart/Holder.ts";
import { KeeperError } from "../KeeperError.ts";
import type { TakesAlong } from "./TakesAlong.ts";

export function createChartTaker(holder: () => Holder): TakesAlong {
  let cancelling: AbortController | undefined;

  return {
    async takeEverything(wish, told) {
      cancelling?.abort();
      const { signal } = (cancelling = new AbortController());
      // Few take everything along, and seldom.
      const { gatherChart } = await import("./gatherChart.ts");
      return gatherChart({ holder: holder(), wish, told, signal }).catch((error: unknown) => {
        throw signal.aborted ? new KeeperError("TakingCancelled", { cause: error }) : error;
      });
    },
    cancelTaking: async () => cancelling?.abort(),
  };
}
