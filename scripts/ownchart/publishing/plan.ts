import { type Category, categories } from "#core/records/categories.ts";
import type { RecordDescription } from "#core/records/PlainRecord.ts";
import { UsageError } from "../UsageError.ts";
import { parseCategory } from "../arguments/parseCategories.ts";
import { type PlannedRecord, plannedRecords } from "./plannedRecords.ts";

/** What becomes which record, as it is shown before anything is written. */
export type PreviewedRecord = RecordDescription & {
  /** From one, over all files. */
  number: number;
  file: string;
  bytes: number;
  digest: Uint8Array;
};

export type NumberedRecord = PlannedRecord & { number: number };

export type PlanParameters = {
  files: readonly string[];
  now: string;
  /** `labs` for all, or `3=labs` for one. */
  categories: readonly string[];
  signal: AbortSignal;
};

/** The records of all files, the same each time, one in memory at a time. */
export async function* plan(parameters: PlanParameters): AsyncGenerator<NumberedRecord, void> {
  const { files, now, categories: chosen, signal } = parameters;
  const chooses = choiceOf(chosen);
  let number = 0;
  for (const file of files) {
    for await (const planned of plannedRecords({ file, now })) {
      signal.throwIfAborted();
      const category = chooses(++number) ?? planned.record.category;
      yield { ...planned, number, record: { ...planned.record, category } };
    }
  }
  const beyond = numbersIn(chosen).find((it) => it > number);
  if (beyond !== undefined) throw new UsageError(`--category ${beyond}=… names a record that there is not.`);
}

export async function previewOf(planned: AsyncIterable<NumberedRecord>): Promise<PreviewedRecord[]> {
  return Array.fromAsync(planned, previewedRecord);
}

function previewedRecord({ file, number, digest, record }: NumberedRecord): PreviewedRecord {
  const { category, mediaType, title, issued, resources, content } = record;
  return { number, file, category, mediaType, title, issued, resources, bytes: content.size, digest };
}

function choiceOf(chosen: readonly string[]): (number: number) => Category | undefined {
  const parts = chosen.map((text) => /^(?:(\d{1,9})=)?(.*)$/s.exec(text)!);
  const byNumber = new Map(parts.map(([, number, word]) => [Number(number ?? 0), parseCategory(word!)]));
  return (number) => byNumber.get(number) ?? byNumber.get(0);
}

function numbersIn(chosen: readonly string[]): number[] {
  return chosen.flatMap((text) => (/^\d+=/.test(text) ? Number.parseInt(text, 10) : []));
}

export type Total = { category: Category; records: number; bytes: number };

export function totalsOf(previewed: readonly PreviewedRecord[]): Total[] {
  return categories.flatMap((category) => {
    const those = previewed.filter((record) => record.category === category);
    const bytes = those.reduce((sum, record) => sum + record.bytes, 0);
    return those.length === 0 ? [] : { category, records: those.length, bytes };
  });
}
