import type { Access } from "#core/chart/Access.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { type RecordList, listRecords } from "#core/chart/listRecords.ts";

/** A chart's records by when they happened, newest first: a history that came yesterday is not yesterday's. */
export async function timeline({ holder, access }: { holder: Holder; access: Access }): Promise<RecordList> {
  const { records, closed } = await listRecords({ holder, access });
  const byTime = records.toSorted((a, b) => compareText(b.entry.issued, a.entry.issued)); // the sort is stable
  return { records: byTime, closed };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
