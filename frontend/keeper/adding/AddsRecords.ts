import type { Address } from "viem";
import type { NewRecord } from "#core/chart/NewRecord.ts";
import type { Progress } from "#core/chart/publishRecords.ts";
import type { Category } from "#core/records/categories.ts";

export type AddsRecords = {
  /** Which records a file would become; nothing is done. */
  planRecords(file: File): Promise<NewRecord[]>;
  /** The kinds that may be added to a chart. */
  writableCategories(subject: Address): Promise<Category[]>;
  /** All of them, or where anything goes wrong before the signature, none. One at a time. */
  addRecords(adding: Adding, told: (progress: Progress) => void): Promise<void>;
  cancelAdding(): Promise<void>;
};

export type Adding = { subject: Address; records: NewRecord[] };
