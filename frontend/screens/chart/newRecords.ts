import { type Address, type Hex, isAddressEqual } from "viem";
import type { Timeline } from "../../keeper/Keeper.ts";

/** What others have added since somebody looked at a chart the last time; nothing on the first visit. */
export function newRecords({ records, seenUntil = Infinity }: Pick<Timeline, "records" | "seenUntil">, me: Address) {
  const added = records.filter(({ publishedAt, author }) => publishedAt > seenUntil && !isAddressEqual(author, me));
  return new Set<Hex>(added.map(({ capsuleHash }) => capsuleHash));
}
