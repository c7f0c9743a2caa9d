import type { NewRecord } from "../NewRecord.ts";

/** What an export of a chart becomes in another one. */
export type ReadBack = {
  records: NewRecord[];
  left: LeftBehind[];
  /** Titles of records that come, since they are in force, but without its being said that they are disputed. */
  disputed: string[];
};

/**
 * What is not brought. A chart that begins anew cannot say of a record that it was replaced or taken back, and in force it
 * would be wrong; what could not be had when the export was made is not in it.
 */
export type LeftBehind = {
  title: string | undefined;
  why: "superseded" | "entered-in-error" | "missing" | "unknown-kind";
};

export type RecordInExport = {
  status: "current" | "disputed" | "superseded" | "entered-in-error";
  category: string;
  title: string;
  mediaType: string;
  issued: string;
  resources: string[];
};
