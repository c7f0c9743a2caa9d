import * as v from "valibot";
import type { BundleEntry } from "../../records/BundleEntry.ts";
import { RecordError } from "../../records/RecordError.ts";
import { entriesOf } from "../../records/entriesOf.ts";
import { deepestRecord } from "../../records/mergedEntries.ts";
import { parseHistory } from "../../records/parseHistory.ts";
import { largestHistory } from "../../records/recordsOfFile.ts";
import { ChartError } from "../ChartError.ts";
import { bundleFile, indexFile } from "../writeChartFiles.ts";
import type { ReadBack } from "./ReadBack.ts";
import { fhirContent } from "./fhirContent.ts";
import { looseRecords } from "./looseRecords.ts";
import { readBackRecord } from "./readBackRecord.ts";

export type RecordsOfChartFilesParameters = {
  /** A file of the export, once it was found whole; undefined where there is none under this name. */
  file: (path: string) => Promise<Blob | undefined>;
  /** RFC 3339 in UTC, for what has no date in it. */
  now: string;
};

/**
 * What `writeChartFiles` wrote, as records for another chart: the same content, title, category, type and time. Undefined
 * where it wrote none of it; refused whole where anything of it is damaged or missing. Holds its FHIR in memory.
 */
export async function recordsOfChartFiles(parameters: RecordsOfChartFilesParameters): Promise<ReadBack | undefined> {
  const { file, now } = parameters;
  const index = indexIn(await (await file(indexFile))?.text());
  if (index === undefined) return undefined;
  const entries = await entriesIn(await file(bundleFile));
  const back: ReadBack = { records: [], left: [], disputed: [] };
  for (const { file: path, entries: places, ...record } of index.records) {
    if (path === bundleFile) {
      // Written before the index said so: what is in the Bundle is brought as any history is.
      if (places === undefined) continue;
      await readBackRecord(back, record, async () => fhirContent(places.map((place) => entries[place] ?? damaged())));
    } else await readBackRecord(back, record, async () => (await file(path)) ?? damaged());
  }
  const told = new Set(index.records.flatMap(({ entries: places = [] }) => places));
  back.records.push(
    ...looseRecords(
      entries.filter((_, place) => !told.has(place)),
      now,
    ),
  );
  back.left.push(...index.damaged.map(({ title }) => ({ title, why: "missing" as const })));
  return back;
}

const indexSchema = v.object({
  exportedAt: v.number(),
  records: v.array(
    v.object({
      file: v.string(),
      entries: v.exactOptional(v.array(v.number())),
      status: v.picklist(["current", "disputed", "superseded", "entered-in-error"]),
      category: v.string(),
      title: v.string(),
      mediaType: v.string(),
      issued: v.string(),
      resources: v.array(v.string()),
    }),
  ),
  damaged: v.array(v.object({ title: v.optional(v.string()) })),
});

function indexIn(text = ""): v.InferOutput<typeof indexSchema> | undefined {
  try {
    const { success, output } = v.safeParse(indexSchema, JSON.parse(text));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}

async function entriesIn(bundle: Blob | undefined): Promise<BundleEntry[]> {
  if (bundle === undefined) return [];
  if (bundle.size > largestHistory) throw new RecordError("HistoryTooLarge");
  const [reading] = parseHistory(await bundle.text(), deepestRecord);
  return reading === undefined ? [] : entriesOf(reading.resource);
}

function damaged(): never {
  throw new ChartError("ExportDamaged");
}
