import { trendWords } from "../../words/trendWords.ts";
import { dateFormatter } from "../format/dateFormatter.ts";
import { formatDay } from "../format/formatDay.ts";
import { formatNumber } from "../format/formatNumber.ts";
import type { Reader } from "../format/Reader.ts";
import type { Trend } from "./trendOf.ts";

/** "HbA1c fell from 8.1 to 6.9 % between March and November 2025." and where the last value stands. */
export function describeTrend(trend: Trend, reader: Reader): string {
  const { name, unit, points } = trend;
  const [first, last] = [points[0]!, points.at(-1)!];
  const lastValue = [formatNumber(last.written, reader), unit].filter((part) => part !== "").join("\u{a0}");
  const when = describeSpan(trend, reader);
  const firstValue = formatNumber(first.written, reader);
  if (first.value === last.value) return told(trendWords.stayed(name, lastValue, when), trend);
  const say = last.value > first.value ? trendWords.rose : trendWords.fell;
  return told(say(name, firstValue, lastValue, when), trend);
}

function told(sentence: string, { points, low, high }: Trend): string {
  const { value } = points.at(-1)!;
  const said = trendWords.sentence(sentence);
  if (low !== undefined && value < low) return `${said} ${trendWords.nowBelow}`;
  if (high !== undefined && value > high) return `${said} ${trendWords.nowAbove}`;
  return low === undefined && high === undefined ? said : `${said} ${trendWords.nowWithin}`;
}

/** "between March and November 2025"; days where all of it is within a month. */
function describeSpan({ points }: Trend, reader: Reader): string {
  const [first, last] = [points[0]!, points.at(-1)!];
  const month = dateFormatter("month", reader);
  const [from, to] = [first, last].map(({ at }) => month.format(at)) as [string, string];
  if (from === to) {
    const [day, otherDay] = [formatDay(first.time, reader) ?? "", formatDay(last.time, reader) ?? ""];
    return day === otherDay ? trendWords.within(day) : trendWords.between(day, otherDay);
  }
  const isOneYear = new Date(first.at).getUTCFullYear() === new Date(last.at).getUTCFullYear();
  const alone = new Intl.DateTimeFormat(reader.locale, { month: "long", timeZone: "UTC" });
  return trendWords.between(isOneYear ? alone.format(first.at) : from, to);
}
