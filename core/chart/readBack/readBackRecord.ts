import * as v from "valibot";
import { type Category, categories } from "../../records/categories.ts";
import { utcInstant } from "../../records/utcInstant.ts";
import { ChartError } from "../ChartError.ts";
import type { NewRecord } from "../NewRecord.ts";
import type { ReadBack, RecordInExport } from "./ReadBack.ts";

/** Takes a record of an export to where it belongs: among those that are brought, or those that are left behind. */
export async function readBackRecord(
  { records, left, disputed }: ReadBack,
  { status, ...record }: RecordInExport,
  content: () => Promise<Blob>,
): Promise<void> {
  const { title } = record;
  if (status === "superseded" || status === "entered-in-error") left.push({ title, why: status });
  else if (!isCategory(record.category)) left.push({ title, why: "unknown-kind" });
  else {
    records.push({ ...checked({ ...record, category: record.category }), content: await content() });
    if (status === "disputed") disputed.push(title);
  }
}

/** A later version may have more. */
function isCategory(name: string): name is Category {
  return categories.some((category) => category === name);
}

function checked(record: Omit<NewRecord, "content">): Omit<NewRecord, "content"> {
  if (!v.is(utcInstant, record.issued)) throw new ChartError("ExportDamaged");
  return record;
}
