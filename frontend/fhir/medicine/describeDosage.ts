import { listOf } from "#core/records/listOf.ts";
import { dosingWords } from "../../words/dosingWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatQuantity } from "../format/formatQuantity.ts";
import type { Reader } from "../format/Reader.ts";
import { unitOf } from "../format/unitOf.ts";
import { writtenNumber } from "../format/writtenNumber.ts";
import { describeDatum } from "../measure/describeDatum.ts";
import { describeRange } from "../measure/describeRange.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";
import { describeTiming } from "./describeTiming.ts";

/** How a medicine is taken: in its author's words, else told from what was entered. */
export function describeDosage(dosage: unknown, reader: Reader): string | undefined {
  const instruction = textMember(dosage, "patientInstruction");
  const told = textMember(dosage, "text") ?? buildDosage(dosage, reader);
  if (told === undefined || instruction === undefined || told === instruction) return told ?? instruction;
  return `${told}. ${instruction}`;
}

function buildDosage(dosage: unknown, reader: Reader): string | undefined {
  const rates = listOf(member(dosage, "doseAndRate"));
  const [amount, ...timing] = [
    describeDose(rates[0] ?? dosage, reader),
    ...describeTiming(member(dosage, "timing"), reader),
  ];
  const beginning = [amount, timing.shift()].filter((part) => part !== undefined).join(" ");
  const advice = listOf(member(dosage, "additionalInstruction")).slice(0, 5).map(formatCode);
  const route = formatCode(member(dosage, "route"))?.toLowerCase();
  const parts = [beginning, ...timing, describeNeed(dosage), ...advice, route, describeLimit(dosage, reader)];
  const sentence = parts.filter((part) => part !== undefined && part !== "").join(", ");
  return sentence === "" ? undefined : sentence.charAt(0).toLocaleUpperCase(reader.locale) + sentence.slice(1);
}

function describeDose(holder: unknown, reader: Reader): string | undefined {
  const quantity = member(holder, "doseQuantity");
  const written = writtenNumber(member(quantity, "value"));
  const unit = unitOf(quantity);
  if (written !== undefined && unit !== "") return dosingWords.dose(formatNumber(written, reader), unit);
  return (
    formatQuantity(quantity, reader) ??
    describeRange(member(holder, "doseRange"), reader) ??
    describeDatum("Ratio", member(holder, "rateRatio"), reader) ??
    formatQuantity(member(holder, "rateQuantity"), reader)
  );
}

function describeNeed(dosage: unknown): string | undefined {
  const reason = formatCode(member(dosage, "asNeededCodeableConcept"));
  if (reason !== undefined) return dosingWords.asNeededFor(reason.toLowerCase());
  return member(dosage, "asNeededBoolean") === true ? dosingWords.asNeeded : undefined;
}

function describeLimit(dosage: unknown, reader: Reader): string | undefined {
  const limit = listOf(member(dosage, "maxDosePerPeriod"))[0];
  const amount = formatQuantity(member(limit, "numerator"), reader);
  const period = member(limit, "denominator");
  const written = writtenNumber(member(period, "value"));
  const unit = textMember(period, "code") ?? textMember(period, "unit");
  if (amount === undefined || written === undefined || unit === undefined) return undefined;
  return dosingWords.atMost(amount, dosingWords.times(formatNumber(written, reader), unit));
}
