import { listOf } from "#core/records/listOf.ts";
import { dosingMomentWords } from "../../words/dosingMomentWords.ts";
import { dosingWords } from "../../words/dosingWords.ts";
import { wordFor } from "../../words/wordFor.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import type { Reader } from "../format/Reader.ts";
import { writtenNumber } from "../format/writtenNumber.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";
import { formatWeekdays } from "./formatWeekdays.ts";

/** When a medicine is taken: "twice a day", "with breakfast", "on Monday", each a part of its own. */
export function describeTiming(timing: unknown, reader: Reader): string[] {
  const repeat = member(timing, "repeat");
  const moments = listOf(member(repeat, "when"))
    .slice(0, 8)
    .map((when) => wordFor(dosingMomentWords, when));
  const hours = listOf(member(repeat, "timeOfDay"))
    .slice(0, 12)
    .filter((hour) => typeof hour === "string");
  const days = formatWeekdays(member(repeat, "dayOfWeek"), reader);
  const parts = [
    describeFrequency(repeat, reader) ?? describeTimingCode(member(timing, "code")),
    ...moments,
    days === undefined ? undefined : dosingWords.on(days),
    hours.length === 0 ? undefined : dosingWords.at(hours.map((hour) => hour.slice(0, 5)).join(", ")),
    describeBounds(repeat, reader),
  ];
  return [...new Set(parts.filter((part) => part !== undefined))];
}

function describeFrequency(repeat: unknown, reader: Reader): string | undefined {
  const [least, most] = [numberOf(repeat, "frequency", reader), numberOf(repeat, "frequencyMax", reader)];
  const [period, longest] = [numberOf(repeat, "period", reader), numberOf(repeat, "periodMax", reader)];
  const unit = textMember(repeat, "periodUnit");
  if (period === undefined || unit === undefined) return undefined;
  const times = most === undefined ? (least ?? "1") : dosingWords.orMore(least ?? "1", most);
  if (period === "1" && longest === undefined) return timesEach(times, dosingWords.time(unit));
  const each = dosingWords.times(longest === undefined ? period : dosingWords.orMore(period, longest), unit);
  return times === "1" ? dosingWords.every(each) : dosingWords.timesInEach(times, each);
}

function timesEach(times: string, period: string): string {
  if (times === "1") return dosingWords.onceEvery(period);
  return times === "2" ? dosingWords.twiceEvery(period) : dosingWords.timesEvery(times, period);
}

function describeTimingCode(code: unknown): string | undefined {
  const codes = listOf(member(code, "coding")).map((coding) => textMember(coding, "code"));
  return codes.map((known) => wordFor(dosingMomentWords, known)).find((word) => word !== undefined) ?? formatCode(code);
}

function describeBounds(repeat: unknown, reader: Reader): string | undefined {
  const duration = member(repeat, "boundsDuration");
  const length = numberOf(duration, "value", reader);
  const unit = textMember(duration, "code") ?? textMember(duration, "unit");
  if (length !== undefined && unit !== undefined) return dosingWords.forTime(dosingWords.times(length, unit));
  const count = numberOf(repeat, "count", reader);
  const period = formatPeriod(member(repeat, "boundsPeriod"), reader);
  return period ?? (count === undefined ? undefined : dosingWords.inAll(count));
}

function numberOf(holder: unknown, name: string, reader: Reader): string | undefined {
  const written = writtenNumber(member(holder, name));
  return written === undefined ? undefined : formatNumber(String(Number(written)), reader);
}
