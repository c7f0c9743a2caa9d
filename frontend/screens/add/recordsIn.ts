import type { NewRecord } from "#core/chart/NewRecord.ts";
import type { Category } from "#core/records/categories.ts";

/** A file that somebody chose, and what would become of it. */
export type ChosenFile = {
  key: string;
  file: File;
  /** Undefined while it is being read. */
  records: ChosenRecord[] | undefined;
  error: unknown;
};

export type ChosenRecord = {
  key: string;
  record: NewRecord;
  /** Undefined where it is left out. */
  category: Category | undefined;
};

/** What was chosen to be added, as it will be. */
export function recordsIn(files: readonly ChosenFile[]): NewRecord[] {
  return files.flatMap(({ records = [] }) =>
    records.flatMap(({ record, category }) => (category === undefined ? [] : { ...record, category })),
  );
}
