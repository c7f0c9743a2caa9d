import type { NewRecord } from "#core/chart/NewRecord.ts";
import type { Category } from "#core/records/categories.ts";
import type { PlannedExport } from "../../keeper/adding/AddsRecords.ts";

/** A file that somebody chose, and what would become of it. */
export type ChosenFile = {
  key: string;
  file: File;
  /** Undefined while it is being read, and of what is locked. */
  records: ChosenRecord[] | undefined;
  /** Where it is a chart that somebody took along. */
  taken?: PlannedExport | undefined;
  /** The kinds that somebody chose when the page was open before. */
  chosenBefore?: Kinds | undefined;
  /** Whether it is an archive that waits for its passphrase. */
  isLocked?: boolean;
  error: unknown;
};

/** Null where a record is left out. */
export type Kinds = (Category | null)[];

export type ChosenRecord = {
  key: string;
  record: NewRecord;
  /** Undefined where it is left out. */
  category: Category | undefined;
  /** Whether it stands in the chart already. */
  isThere?: boolean;
};

/** What was chosen to be added, as it will be. */
export function recordsIn(files: readonly ChosenFile[]): NewRecord[] {
  return files.flatMap(({ records = [] }) =>
    records.flatMap(({ record, category }) => (category === undefined ? [] : { ...record, category })),
  );
}
