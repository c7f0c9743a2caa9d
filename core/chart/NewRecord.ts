import type { Hex } from "viem";
import type { Category } from "../records/categories.ts";

/** What somebody wants to add to a chart. */
export type NewRecord = {
  category: Category;
  mediaType: string;
  title: string;
  /** RFC 3339 in UTC. */
  issued: string;
  /** The FHIR types that are in it. */
  resources: string[];
  content: Blob;
  /** Of the record that this one corrects. */
  prev?: Hex;
};
