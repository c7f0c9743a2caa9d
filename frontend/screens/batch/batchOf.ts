import type { Address } from "viem";
import { type BatchPlan, type PlannedLine, recordsOf } from "../../batch/planBatch.ts";
import type { Batch, BatchItem, BatchRow } from "../../keeper/batch/AddsInBatches.ts";

/** A plan as the keeper does it: what is added, and what the report says of the rest. */
export function batchOf(hospital: Address, { groups, undecided }: BatchPlan): Batch {
  const charts = groups.flatMap(({ chart, lines }) => {
    const files = lines.filter((line) => recordsOf(line) > 0).map(itemOf);
    return files.length === 0 ? [] : { subject: chart.subject, name: chart.about.name, files };
  });
  const others = [...groups.flatMap(({ lines }) => lines), ...undecided].filter((line) => recordsOf(line) === 0);
  return { hospital, now: new Date().toISOString(), charts, leftOut: others.map(rowOf) };
}

function itemOf({ item: { file, path, read }, records }: PlannedLine): BatchItem {
  return {
    file,
    path,
    content: read!.content,
    records: records.map(({ title, category }) => (category === undefined ? null : { title, category })),
  };
}

function rowOf({ item: { path, error }, chart, problem }: PlannedLine): BatchRow {
  const why = error === undefined ? problem : (error as Error).name;
  const outcome = problem === "there" ? "there" : "left-out";
  return { path, subject: chart?.subject, name: chart?.about.name, outcome, records: 0, why };
}

export function recordsIn({ charts }: Batch): number {
  return charts.reduce((sum, { files }) => sum + recordsOfFiles(files), 0);
}

export function recordsOfFiles(files: readonly BatchItem[]): number {
  return files.reduce((sum, { records }) => sum + records.filter((it) => it !== null).length, 0);
}
