import type { ChainRecord } from "./ChartServices.ts";
import type { ClosedRecord, ListedRecord } from "./listRecords.ts";
import { categories } from "../records/categories.ts";

/** A record as JSON shows it everywhere. */
export function describeRecord(record: ListedRecord | ClosedRecord): object {
  return "entry" in record
    ? { ...onChain(record), ...described(record) }
    : { ...onChain(record), refusal: record.refusal };
}

function onChain({ capsuleHash, author, publishedAt, status }: ChainRecord) {
  return { capsuleHash, author: author.toLowerCase(), publishedAt, status };
}

function described({ entry }: ListedRecord) {
  const { title, issued, mediaType, resources, prev } = entry;
  return { category: categoryName(entry.category), title, issued, mediaType, resources, ...(prev && { prev }) };
}

/** A later version may have categories that are not known here. */
export function categoryName(number: number): string {
  return categories[number] ?? `category ${number}`;
}
