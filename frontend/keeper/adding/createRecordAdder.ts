import type { Address } from "viem";
import type { Holder } from "#core/chart/Holder.ts";
import type { Progress } from "#core/chart/publishRecords.ts";
import { categories, categoryNumber } from "#core/records/categories.ts";
import { KeeperError } from "../KeeperError.ts";
import { accessTo } from "../accessTo.ts";
import type { AddsRecords } from "./AddsRecords.ts";

/** Pages hold what they send in memory twice over; more is the command line's to send. */
export const largestFile = 1_000_000_000;

export function createRecordAdder(holder: () => Holder): AddsRecords {
  let cancelling: AbortController | undefined;

  return {
    async planRecords(file, into) {
      if (file.size > largestFile) throw new KeeperError("FileTooLarge");
      // What tells records and their kinds apart is large, and most people only read.
      const { planFile } = await import("./planFile.ts");
      return planFile({ holder: holder(), file, ...into });
    },
    async writableCategories(subject: Address) {
      const access = await accessTo(holder(), subject);
      return categories.filter((category) => access.writingKey(categoryNumber(category)) !== undefined);
    },
    async addRecords({ subject, records }, told) {
      cancelling?.abort();
      const { signal } = (cancelling = new AbortController());
      const { publishRecords } = await import("#core/chart/publishRecords.ts");
      const access = await accessTo(holder(), subject);
      const onProgress = atMostOften(told);
      await publishRecords({ holder: holder(), access, records, onProgress, signal }).catch((error: unknown) => {
        throw signal.aborted ? new KeeperError("AddingCancelled", { cause: error }) : error;
      });
    },
    cancelAdding: async () => cancelling?.abort(),
  };
}

const betweenTold = 100;

/** The page need not draw every chunk; it is told of the last. */
function atMostOften(told: (progress: Progress) => void) {
  let before = 0;
  return (progress: Progress) => {
    const now = Date.now();
    if (progress.done < progress.total && now - before < betweenTold) return;
    before = now;
    told(progress);
  };
}
