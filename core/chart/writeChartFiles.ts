import { collectionText } from "../records/collectionText.ts";
import { fileNameOf } from "../records/fileNameOf.ts";
import { mergedEntries } from "../records/mergedEntries.ts";
import { describeRecord } from "./describeRecord.ts";
import type { ExportedRecord } from "./exportChart.ts";
import { standsInBundle } from "./standsInBundle.ts";

export type WriteChartFilesParameters = {
  /** What else the index begins with: whose chart it is, and when it was taken. */
  about: object;
  exported: AsyncIterable<ExportedRecord>;
  onRecord: (count: number) => void;
  write: (path: string, content: Uint8Array) => Promise<void>;
};

export const bundleFile = "bundle.json";
export const indexFile = "index.json";

export type WrittenChart = { records: number; files: number; damaged: object[] };

/** A record, and the file that it is in; of what stands in the Bundle also where. */
type Indexed = { file: string; entries?: number[] };

/**
 * A chart as files: `bundle.json` with all FHIR that is in force, `files/` with each document to the byte, `index.json`
 * of everything and of what cannot be had. The index says which entries of the Bundle were which record, so that
 * `recordsOfChartFiles` makes the same records of it again. Holds the FHIR part of a chart in memory, and one document.
 */
export async function writeChartFiles(parameters: WriteChartFilesParameters): Promise<WrittenChart> {
  const { about, exported, onRecord, write } = parameters;
  const contents: Uint8Array[] = [];
  const bundled: Indexed[] = [];
  const index: Indexed[] = [];
  const damaged: object[] = [];
  let files = 0;
  for await (const one of exported) {
    const record = describeRecord(one.record);
    onRecord(index.length + damaged.length + 1);
    if ("refusal" in one) {
      damaged.push({ ...record, refusal: one.refusal });
      continue;
    }
    const isBundled = standsInBundle(one);
    const file = isBundled ? bundleFile : `files/${fileNameOf({ number: ++files, ...one.record.entry })}`;
    const indexed = { file, ...record };
    if (isBundled) {
      contents.push(one.content);
      bundled.push(indexed);
    } else await write(file, one.content);
    index.push(indexed);
  }
  const encoder = new TextEncoder();
  const { entries, places } = mergedEntries(contents);
  for (const [at, indexed] of bundled.entries()) indexed.entries = places[at]!;
  if (bundled.length > 0) await write(bundleFile, encoder.encode(collectionText(entries)));
  const text = JSON.stringify({ ...about, records: index, damaged }, undefined, 2);
  await write(indexFile, encoder.encode(`${text}\n`));
  return { records: index.length, files, damaged };
}
