import { plainText } from "./plainText.ts";
import type { TimelineRecord } from "../../keeper/Keeper.ts";

type Wanted = { search: string; category: number | undefined };

/** Newest first by when it happened, which is what people remember, not by when it was added. Costs a look at each title. */
export function matchesOf(records: readonly TimelineRecord[], { search, category }: Wanted): TimelineRecord[] {
  const sought = plainText(search).split(/\s+/).filter(Boolean);
  return records
    .filter(({ entry }) => category === undefined || entry.category === category)
    .filter(({ entry }) => {
      const title = plainText(entry.title);
      return sought.every((word) => title.includes(word));
    })
    .toSorted((a, b) => b.entry.issued.localeCompare(a.entry.issued));
}
