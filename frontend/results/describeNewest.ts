import type { Standing } from "../fhir/measure/standingOf.ts";
import { describeRange } from "../fhir/measure/describeRange.ts";
import { formatDay } from "../fhir/format/formatDay.ts";
import { formatNumber } from "../fhir/format/formatNumber.ts";
import type { Reader } from "../fhir/format/Reader.ts";
import type { Measurement } from "../fhir/trend/trendOf.ts";
import { overTimeWords } from "../words/overTimeWords.ts";
import { type Measure, lastOf } from "./measuresOf.ts";

export type Newest = {
  /** "6.9 %", or of blood pressure "128/76 mmHg". */
  value: string;
  day: string;
  standing: Standing | undefined;
  range: string | undefined;
};

/** The last value of something, as people say it, and how it stands. */
export function describeNewest({ parts, unit }: Measure, reader: Reader): Newest {
  const last = parts.map(lastOf);
  const newest = last.toSorted((a, b) => b.at - a.at)[0]!;
  const areTogether = last.every(({ at }) => at === newest.at);
  const numbers = last.map(({ written }) => formatNumber(written, reader));
  const shown = areTogether ? numbers.join("/") : formatNumber(newest.written, reader);
  return {
    value: [shown, unit].filter(Boolean).join("\u{a0}"),
    day: formatDay(newest.time, reader) ?? "",
    standing: last.map(({ standing }) => standing).find((it) => it?.isNotable) ?? newest.standing,
    range: parts.length === 1 ? rangeOf(newest, reader) : undefined,
  };
}

function rangeOf({ low, high, unit }: Measurement, reader: Reader) {
  const limit = (value: number | undefined) => (value === undefined ? undefined : { value, unit });
  const range = describeRange({ low: limit(low), high: limit(high) }, reader);
  return range === undefined ? undefined : overTimeWords.range(range);
}
