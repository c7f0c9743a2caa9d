import type { Address } from "viem";
import type { Category } from "#core/records/categories.ts";
import type { BatchChart, BatchFile } from "../keeper/batch/AddsInBatches.ts";
import { matchRows } from "./matchRows.ts";
import type { ManifestRow } from "./parseManifest.ts";
import { partNamed } from "./partNamed.ts";
import { withoutPerson } from "./personInPath.ts";
import { type Undecided, whoseFile } from "./whoseFile.ts";

/** A file that was chosen, what was read of it, and what somebody decided about it. */
export type ChosenItem = {
  key: string;
  file: File;
  path: string;
  /** Undefined while it is being read, and where it cannot be. */
  read: BatchFile | undefined;
  error: unknown;
  /** Whose it is; null where it is left out; undefined where nobody has said. */
  decided: Address | null | undefined;
  /** Of its records, where somebody chose another part; null where one is left out. */
  parts: Record<number, Category | null>;
};

/** Why a file is not added, or not all of it. */
export type Problem = Undecided | "ended" | "keys-changed" | "there" | "twice" | "left-out" | "no-part" | "error";

export type PlannedRecord = {
  title: string;
  /** As the file suggests it, or the list says. */
  suggested: Category;
  /** Undefined where it is left out. */
  category: Category | undefined;
  isKnownFormat: boolean;
  isWritable: boolean;
};

export type PlannedLine = {
  item: ChosenItem;
  chart: BatchChart | undefined;
  records: PlannedRecord[];
  /** Undefined where it is added. */
  problem: Problem | undefined;
};

export type BatchPlan = {
  /** By chart, in the order in which files came. */
  groups: { chart: BatchChart; lines: PlannedLine[] }[];
  /** Files of which nobody knows whose they are. */
  undecided: PlannedLine[];
};

type Planning = {
  items: readonly ChosenItem[];
  rows: readonly ManifestRow[];
  charts: readonly BatchChart[];
  /** What stands in a chart already: see `placeOf`. */
  isIn?: ReadonlySet<string>;
};

/** A file in a chart, by its content. */
export function placeOf(subject: Address, content: string): string {
  return `${subject.toLowerCase()}/${content}`;
}

/** What becomes of the files that were chosen. Costs a look at each. */
export function planBatch({ items, rows, charts, isIn = new Set() }: Planning): BatchPlan {
  const known = charts.map(({ subject, about }) => ({ subject, ...about }));
  const bySubject = new Map(charts.map((chart) => [chart.subject.toLowerCase(), chart]));
  const rowOf = matchRows(
    rows,
    items.map(({ path }) => path),
  );
  const seen = new Set<string>();
  const groups = new Map<string, BatchPlan["groups"][number]>();
  const undecided: PlannedLine[] = [];
  for (const item of items) {
    const row = rowOf.get(item.path);
    const people = item.read?.people ?? [];
    const whose = item.decided
      ? { subject: item.decided }
      : item.read === undefined
        ? { undecided: "error" as const }
        : whoseFile({ row, people, path: item.path }, known);
    const chart = "subject" in whose ? bySubject.get(whose.subject.toLowerCase()) : undefined;
    if (chart === undefined) {
      const problem = item.decided === null ? "left-out" : "undecided" in whose ? whose.undecided : "nobody";
      undecided.push({ item, chart, records: [], problem });
      continue;
    }
    const records = plannedRecords(item, row, chart);
    const line = { item, chart, records, problem: problemOf({ item, chart, records, seen, isIn }) };
    const key = chart.subject.toLowerCase();
    const group = groups.get(key) ?? { chart, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return { groups: [...groups.values()], undecided };
}

type Line = {
  item: ChosenItem;
  chart: BatchChart;
  records: PlannedRecord[];
  seen: Set<string>;
  isIn: ReadonlySet<string>;
};

function problemOf({ item, chart, records, seen, isIn }: Line): Problem | undefined {
  if (item.error !== undefined || item.read === undefined) return "error";
  if (item.decided === null) return "left-out";
  if (chart.state !== "open") return chart.state;
  const same = placeOf(chart.subject, item.read.content);
  if (isIn.has(same)) return "there";
  if (seen.has(same)) return "twice";
  seen.add(same);
  return records.every(({ category }) => category === undefined) ? "no-part" : undefined;
}

/** What may not be added there is left out, and not put under another part: that is for a person to say. */
function plannedRecords(item: ChosenItem, row: ManifestRow | undefined, chart: BatchChart): PlannedRecord[] {
  const { read, parts } = item;
  const named = row?.part === undefined ? undefined : partNamed(row.part);
  return (read?.records ?? []).map(({ title, category, isKnownFormat }, place, all) => {
    const suggested = named ?? category;
    const isWritable = chart.writable.includes(suggested);
    const chosen = parts[place];
    const byItself = isWritable && (isKnownFormat || named !== undefined) ? suggested : undefined;
    return {
      title: all.length === 1 ? (row?.title ?? withoutPerson(title)) : title,
      suggested,
      category: chosen === undefined ? byItself : (chosen ?? undefined),
      isKnownFormat,
      isWritable,
    };
  });
}

/** How many records a line becomes. */
export function recordsOf({ problem, records }: PlannedLine): number {
  return problem === undefined ? records.filter(({ category }) => category !== undefined).length : 0;
}
