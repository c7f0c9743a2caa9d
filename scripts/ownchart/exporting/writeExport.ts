import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ExportedRecord } from "#core/chart/exportChart.ts";
import { mergeRecords } from "#core/records/mergeRecords.ts";
import { CommandError } from "../CommandError.ts";
import { describeRecord } from "../describeRecord.ts";
import { fileNameOf } from "./fileNameOf.ts";
import { isMergeable } from "./isMergeable.ts";

export type WriteExportParameters = {
  folder: string;
  about: object;
  exported: AsyncIterable<ExportedRecord>;
  onRecord: (count: number) => void;
};

export type Exported = { folder: string; records: number; files: number; damaged: object[] };

/**
 * A chart as a folder: one Bundle with all that is in force, a file for each document, an index of everything. It appears
 * under its name whole or not at all. Holds the FHIR part of a chart in memory, and one document.
 */
export async function writeExport({ folder, ...parameters }: WriteExportParameters): Promise<Exported> {
  await requireFree(folder);
  const draft = `${folder.replace(/\/+$/, "")}.${process.pid}.draft`;
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    const exported = await fill(draft, parameters);
    await rename(draft, folder); // refused by the system where something came there meanwhile
    return { folder, ...exported };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** Asked first, since what follows may take long. */
async function requireFree(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (there.length > 0) throw new CommandError("FileExists", { about: folder });
}

async function fill(draft: string, { about, exported, onRecord }: Omit<WriteExportParameters, "folder">) {
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
    const { content } = one;
    const isBundled = isForBundle(one);
    const file = isBundled ? "bundle.json" : `files/${fileNameOf({ number: ++files, ...one.record.entry })}`;
    if (isBundled) contents.push(content);
    else await writeBeside(join(draft, file), content);
    index.push({ file, ...record });
  }
  if (contents.length > 0) await writeFile(join(draft, "bundle.json"), mergeRecords(contents));
  await writeFile(
    join(draft, "index.json"),
    `${JSON.stringify({ ...about, records: index, damaged }, undefined, 2)}\n`,
  );
  return { records: index.length, files, damaged };
}

async function writeBeside(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content, { flag: "wx" });
}

/** What was replaced or taken back stays beside the Bundle, where nobody takes it for what holds. */
function isForBundle({ record, content }: Extract<ExportedRecord, { content: Uint8Array }>): boolean {
  const isInForce = record.status === "current" || record.status === "disputed";
  return isInForce && record.entry.mediaType === "application/fhir+json" && isMergeable(content);
}
