import { isAddressEqual } from "viem";
import type { FullConnection } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { inParallel } from "#core/chart/inParallel.ts";
import type { StaffChart } from "#core/sealing/staff/StaffSheet.ts";
import type { Batch, BatchItem, BatchPart, BatchProgress, BatchReport, BatchRow } from "./AddsInBatches.ts";
import type { BatchJournal } from "./BatchJournal.ts";
import { addToChart, filesAtATime } from "./addToChart.ts";
import { createTurns } from "./createTurns.ts";

export type RunBatchParameters = {
  holder: Holder;
  connection: FullConnection;
  journal: BatchJournal;
  batch: Batch;
  /** With their keys. */
  charts: readonly StaffChart[];
  told: (progress: BatchProgress) => void;
  keep: (report: BatchReport) => Promise<void>;
  signal: AbortSignal;
};

/** Chart by chart, a few at a time. What goes wrong with one is told of that one, and keeps nobody else waiting. */
export async function runBatch(parameters: RunBatchParameters): Promise<BatchReport> {
  const { batch, told, keep, signal } = parameters;
  const rows: BatchRow[] = [...batch.leftOut];
  const bytes = batch.charts.reduce((sum, { files }) => sum + sizeOf(files), 0);
  const progress = { charts: batch.charts.length, chartsDone: 0, bytes, bytesDone: 0 };
  const tell = atMostOften(betweenTold, () => told({ ...progress }));
  const keepNow = () => keep({ at: Date.now(), rows });
  const keepSometimes = atMostOften(betweenKept, () => void keepNow().catch(() => {})); // kept at the end in any case
  const inTurn = createTurns(filesAtATime);

  await inParallel(batch.charts, chartsAtATime, async (part) => {
    let partBytes = 0;
    const onBytes = (more: number) => {
      partBytes += more;
      progress.bytesDone += more;
      tell();
    };
    rows.push(...(await rowsOf(parameters, part, { inTurn, onBytes })));
    progress.bytesDone += sizeOf(part.files) - partBytes; // also of what is not sent
    if (!signal.aborted) progress.chartsDone++;
    keepSometimes();
    tell();
  });
  told({ ...progress });
  await keepNow();
  return { at: Date.now(), rows };
}

const chartsAtATime = 4;
const betweenTold = 100;
const betweenKept = 5000;

type Going = {
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  onBytes: (bytes: number) => void;
};

async function rowsOf(parameters: RunBatchParameters, part: BatchPart, going: Going): Promise<BatchRow[]> {
  const { batch, charts, signal } = parameters;
  const { hospital, now } = batch;
  const { subject, name, files } = part;
  const rowOf = (item: BatchItem, outcome: BatchRow["outcome"], why?: string): BatchRow => {
    const records = item.records.filter((it) => it !== null).length;
    return { path: item.path, subject, name, outcome, records, why };
  };
  try {
    const chart = charts.find((it) => isAddressEqual(it.subject, subject));
    if (chart === undefined) return files.map((item) => rowOf(item, "failed", "NotGranted"));
    signal.throwIfAborted();
    const added = await addToChart({ ...parameters, ...going, hospital, chart, files, now });
    return added.map(({ item, wasThere }) => rowOf(item, wasThere ? "there" : "added"));
  } catch (error) {
    if (signal.aborted) return files.map((item) => rowOf(item, "stopped"));
    return files.map((item) => rowOf(item, "failed", (error as Error).name));
  }
}

function sizeOf(files: readonly BatchItem[]): number {
  return files.reduce((sum, { file }) => sum + file.size, 0);
}

function atMostOften(milliseconds: number, work: () => void): () => void {
  let before = Date.now();
  return () => {
    const now = Date.now();
    if (now - before < milliseconds) return;
    before = now;
    work();
  };
}
