import type { Address } from "viem";
import type { NewRecord } from "#core/chart/NewRecord.ts";
import type { Progress } from "#core/chart/publishRecords.ts";
import type { LeftBehind } from "#core/chart/readBack/ReadBack.ts";
import type { Category } from "#core/records/categories.ts";

export type AddsRecords = {
  /** Which records a file would become; nothing is done. An archive of a chart needs its passphrase (`ArchiveLocked`). */
  planRecords(file: File, into: PlanInto): Promise<PlannedFile>;
  /** The kinds that may be added to a chart. */
  writableCategories(subject: Address): Promise<Category[]>;
  /** All of them, or where anything goes wrong before the signature, none. One at a time. */
  addRecords(adding: Adding, told: (progress: Progress) => void): Promise<void>;
  cancelAdding(): Promise<void>;
};

export type PlanInto = { subject: Address; passphrase?: string | undefined };

export type PlannedFile = {
  records: NewRecord[];
  /** Where the file is a chart that somebody took along. */
  export: PlannedExport | undefined;
};

export type PlannedExport = {
  /** Of each record, whether it stands in the chart already. */
  areThere: boolean[];
  left: LeftBehind[];
  /** Titles of records that come without their dispute. */
  disputed: string[];
};

/** `form`: the one whose draft has become the records, where that is not the form for files. */
export type Adding = { subject: Address; records: NewRecord[]; form?: string };
