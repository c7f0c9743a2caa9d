import type { Access } from "#core/chart/Access.ts";
import type { Holder } from "#core/chart/Holder.ts";
import type { ClosedRecord, ListedRecord } from "#core/chart/listRecords.ts";
import { CommandError } from "./CommandError.ts";
import { UsageError } from "./UsageError.ts";
import { timeline } from "./timeline.ts";

export type FindRecordParameters = { holder: Holder; access: Access; wanted: string };

/** The record that somebody means by its number in the list or the beginning of its hash. */
export async function findRecord(parameters: FindRecordParameters): Promise<ListedRecord | ClosedRecord> {
  const { holder, access, wanted } = parameters;
  const { records, closed } = await timeline({ holder, access });
  if (/^[1-9]\d{0,8}$/.test(wanted)) {
    const record = records[Number(wanted) - 1];
    if (record === undefined) throw new CommandError("RecordNotFound");
    return record;
  }
  if (!/^0x[0-9a-f]{4,64}$/i.test(wanted)) {
    throw new UsageError(`“${wanted}” is neither a number of the list nor a hash: 0x and at least four hex digits.`);
  }
  const found = [...records, ...closed].filter(({ capsuleHash }) => capsuleHash.startsWith(wanted.toLowerCase()));
  if (found.length > 1) throw new CommandError("RecordAmbiguous");
  if (found[0] === undefined) throw new CommandError("RecordNotFound");
  return found[0];
}
