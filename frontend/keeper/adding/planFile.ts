import { isAddressEqual } from "viem";
import { ChartError } from "#core/chart/ChartError.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { findInChart } from "#core/chart/findInChart.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { readBackOf } from "#core/chart/readBack/readBackOf.ts";
import { recordsOfFile } from "#core/records/recordsOfFile.ts";
import type { PlanInto, PlannedFile } from "./AddsRecords.ts";

export type PlanFileParameters = PlanInto & { holder: Holder; file: File };

/** A chart that was taken along is read back into one's own chart alone: to another's it would be a clinician's word. */
export async function planFile({ holder, file, subject, passphrase }: PlanFileParameters): Promise<PlannedFile> {
  const now = new Date().toISOString();
  const typed = async () => {
    if (passphrase === undefined) throw new ChartError("ArchiveLocked");
    return passphrase;
  };
  const isOwn = isAddressEqual(subject, holder.address);
  const back = isOwn ? await readBackOf({ content: file, passphrase: typed, now }) : undefined;
  if (back === undefined) {
    const records = await Array.fromAsync(recordsOfFile({ content: file, name: file.name, now }));
    return { records, export: undefined };
  }
  const { records, left, disputed } = back;
  const found = await findInChart({ holder, access: await openOwnAccess({ holder }), records });
  return { records, export: { areThere: found.map((hash) => hash !== undefined), left, disputed } };
}
