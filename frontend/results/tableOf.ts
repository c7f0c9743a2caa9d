import type { Standing } from "../fhir/measure/standingOf.ts";
import type { KeyedMeasurement } from "../fhir/trend/measurementsOf.ts";
import { formatDay } from "../fhir/format/formatDay.ts";
import { formatNumber } from "../fhir/format/formatNumber.ts";
import type { Reader } from "../fhir/format/Reader.ts";
import type { Result, ResultKind } from "./Result.ts";

export type ResultsTable = {
  /** Newest first, each as its reader writes it. */
  days: string[];
  rows: TableRow[];
};

export type TableRow = {
  key: string;
  name: string;
  kind: ResultKind;
  unit: string;
  /** By day. */
  cells: ReadonlyMap<string, TableCell>;
};

export type TableCell = {
  /** "6.9", or of blood pressure "128/76". */
  value: string;
  standing: Standing | undefined;
  /** How many other values there are of that day. */
  more: number;
};

/** What was measured, a row for each thing and a column for each day. Costs a look at each value, and their sorting. */
export function tableOf(results: Iterable<Result>, reader: Reader): ResultsTable {
  const days = new Map<string, number>();
  const byThing = new Map<string, { kind: ResultKind; measured: KeyedMeasurement[] }>();
  for (const { kind, measurements } of results) {
    for (const measurement of measurements) {
      const day = formatDay(measurement.time, reader) ?? "";
      days.set(day, Math.max(days.get(day) ?? -Infinity, measurement.at));
      const thing = byThing.get(measurement.together) ?? { kind, measured: [] };
      thing.measured.push(measurement);
      byThing.set(measurement.together, thing);
    }
  }
  const rows = [...byThing].map(([key, { kind, measured }]) => rowOf({ key, kind, measured, reader }));
  return {
    days: [...days].toSorted(([, a], [, b]) => b - a).map(([day]) => day),
    rows: rows.toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

type RowOfParameters = { key: string; kind: ResultKind; measured: readonly KeyedMeasurement[]; reader: Reader };

function rowOf({ key, kind, measured, reader }: RowOfParameters): TableRow {
  const { whole, unit } = measured.reduce((newest, one) => (one.at > newest.at ? one : newest));
  const ofDays = Map.groupBy(measured, ({ time }) => formatDay(time, reader) ?? "");
  const cells = new Map([...ofDays].map(([day, ofDay]) => [day, cellOf(ofDay, reader)]));
  return { key, name: whole, kind, unit, cells };
}

/** The newest moment of a day; what was measured together then stands together, the higher one first. */
function cellOf(ofDay: readonly KeyedMeasurement[], reader: Reader): TableCell {
  const moments = Map.groupBy(ofDay, ({ at }) => at);
  const parts = new Map(moments.get(Math.max(...moments.keys()))!.map((part) => [part.key, part]));
  const shown = [...parts.values()].toSorted((a, b) => b.value - a.value);
  return {
    value: shown.map(({ written }) => formatNumber(written, reader)).join("/"),
    standing: shown.map(({ standing }) => standing).find((it) => it?.isNotable) ?? shown[0]!.standing,
    more: moments.size - 1,
  };
}
