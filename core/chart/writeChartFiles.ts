import { fileNameOf } from "../records/fileNameOf.ts";
import { mergeRecords } from "../records/mergeRecords.ts";
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

export type WrittenChart = { records: number; files: number; damaged: object[] };

/**
 * A chart as files: `bundle.json` with all FHIR that is in force, `files/` with each document to the byte, `index.json`
 * of everything and of what cannot be had. Holds the FHIR part of a chart in memory, and one document.
 */
export async function writeChartFiles(parameters: WriteChartFilesParameters): Promise<WrittenChart> {
  const { about, exported, onRecord, write } = parameters;
  const contents: Uint8Array[] = [];
  const index: object[] = [];
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
    const file = isBundled ? "bundle.json" : `files/${fileNameOf({ number: ++files, ...one.record.entry })}`;
    if (isBundled) contents.push(one.content);
    else await write(file, one.content);
    index.push({ file, ...record });
  }
  const encoder = new TextEncoder();
  if (contents.length > 0) await write("bundle.json", encoder.encode(mergeRecords(contents)));
  const text = JSON.stringify({ ...about, records: index, damaged }, undefined, 2);
  await write("index.json", encoder.encode(`${text}\n`));
  return { records: index.length, files, damaged };
}
