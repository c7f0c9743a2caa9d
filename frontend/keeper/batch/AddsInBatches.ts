import type { Address } from "viem";
import type { Category } from "#core/records/categories.ts";

/** Adds many files to many charts, for a hospital: as the hospital itself, or as somebody who works for it. */
export type AddsInBatches = {
  /** For whom this person can add now. */
  workplaces(): Promise<Workplace[]>;
  batchCharts(hospital: Address): Promise<BatchCharts>;
  /** What is in a file; nothing is done. */
  readForBatch(file: File): Promise<BatchFile>;
  /** What stands in one of these charts already, or is on its way there, from this device. */
  knownInBatch(hospital: Address, files: { subject: Address; content: string }[]): Promise<boolean[]>;
  /** Goes on after a failure of one patient's; what was begun before is brought to its end, and nothing is added twice. */
  addBatch(batch: Batch, told: (progress: BatchProgress) => void): Promise<BatchReport>;
  cancelBatch(): Promise<void>;
  /** Of the last batch from this device, until it is thrown away. */
  batchReport(hospital: Address): Promise<BatchReport | undefined>;
  throwAwayBatchReport(hospital: Address): Promise<void>;
};

export type Workplace = {
  hospital: Address;
  /** As the hospital's board signed it; undefined where that cannot be had. */
  name: string | undefined;
  /** Of the appointment, in Unix seconds; undefined for the hospital itself. */
  validUntil: number | undefined;
};

export type BatchCharts = {
  charts: BatchChart[];
  /** When the hospital made the keys, in Unix seconds; undefined for the hospital itself, and where none have come. */
  handedOutAt: number | undefined;
  /** Why there are no keys, by name. */
  refusal: string | undefined;
};

export type BatchChart = {
  subject: Address;
  about: { name: string; birthDate: string };
  writable: Category[];
  state: "open" | "keys-changed" | "ended";
};

export type BatchFile = {
  /** By which the same file is known again: a hash over SHA-256 of its parts. */
  content: string;
  size: number;
  /** Whom FHIR in the file is about; several where it names several. */
  people: { names: string[]; birthDate: string }[];
  records: { title: string; category: Category; issued: string; isKnownFormat: boolean }[];
};

export type Batch = {
  hospital: Address;
  /** For what has no date in it. */
  now: string;
  charts: BatchPart[];
  /** What the report says of files that are not added. */
  leftOut: BatchRow[];
};

export type BatchPart = { subject: Address; name: string; files: BatchItem[] };

export type BatchItem = {
  file: File;
  /** How it is called in the report. */
  path: string;
  content: string;
  /** Of each record in the file; null where it is left out. */
  records: ({ title: string; category: Category } | null)[];
};

export type BatchProgress = { charts: number; chartsDone: number; bytes: number; bytesDone: number };

export type BatchReport = {
  /** In milliseconds. */
  at: number;
  rows: BatchRow[];
};

/** `there`: from an earlier time. `left-out`: by whoever chose. `stopped`: before its turn. */
export type BatchOutcome = "added" | "there" | "failed" | "left-out" | "stopped";

export type BatchRow = {
  path: string;
  subject: Address | undefined;
  name: string | undefined;
  outcome: BatchOutcome;
  /** How many records the file became. */
  records: number;
  /** By the name of an error, or of a reason. */
  why: string | undefined;
};
