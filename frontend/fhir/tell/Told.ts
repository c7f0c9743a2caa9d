import type { BundleEntry } from "#core/records/BundleEntry.ts";
import type { JsonObject } from "#core/records/isJsonObject.ts";

export type Fact = { label: string; value: string };

export type Section = { title: string; div?: string; text?: string };

/** What a person is told about a resource. */
export type Told = {
  title: string;
  /** One day or time, under the title. */
  when?: string;
  /** What a reader should not miss, in a word or two. */
  marks: readonly string[];
  facts: readonly Fact[];
  /** What somebody wrote at length. */
  paragraphs: readonly Fact[];
  /** Of a report: what was measured. */
  results: readonly BundleEntry[];
  attachments: readonly JsonObject[];
  sections: readonly Section[];
};
