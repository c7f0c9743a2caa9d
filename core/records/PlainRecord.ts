import type { Category } from "./categories.ts";

/** What a record's entry will say of it. */
export type RecordDescription = {
  category: Category;
  mediaType: string;
  title: string;
  /** RFC 3339 in UTC. */
  issued: string;
  /** The FHIR types in it, in order of first appearance. */
  resources: string[];
};

/** A record before it is sealed, or after it was opened. */
export type PlainRecord = RecordDescription & { content: Uint8Array<ArrayBuffer> };
