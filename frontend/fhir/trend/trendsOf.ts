import { listOf } from "#core/records/listOf.ts";
import { formatCode } from "../format/formatCode.ts";
import { readDate } from "../format/readDate.ts";
import { unitOf } from "../format/unitOf.ts";
import { writtenNumber } from "../format/writtenNumber.ts";
import { observationTime } from "../measure/observationTime.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";
import { trendWords } from "../../words/trendWords.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { type Measurement, type Trend, trendOf } from "./trendOf.ts";

/** Every measurement that was taken more than once, in the order of its first appearance. */
export function trendsOf(observations: readonly unknown[]): Trend[] {
  const measured = new Map<string, Measurement[]>();
  for (const observation of observations) {
    for (const { key, ...measurement } of measurementsIn(observation)) {
      const alike = measured.get(key);
      if (alike === undefined) measured.set(key, [measurement]);
      else alike.push(measurement);
    }
  }
  return [...measured.values()].flatMap((alike) => trendOf(alike) ?? []);
}

/** An observation's own value and those that it is made up of. */
function measurementsIn(observation: unknown): (Measurement & { key: string })[] {
  const time = observationTime(observation);
  const at = readDate(time)?.date.getTime();
  if (time === undefined || at === undefined || isMistaken(observation)) return [];
  const whole = formatCode(member(observation, "code")) ?? fhirWords.unnamed;
  const components = listOf(member(observation, "component")).slice(0, 50);
  return [observation, ...components].flatMap((holder) => {
    const quantity = member(holder, "valueQuantity");
    const written = writtenNumber(member(quantity, "value"));
    if (written === undefined || textMember(quantity, "comparator") !== undefined) return [];
    const part = formatCode(member(holder, "code")) ?? fhirWords.unnamed;
    const name = holder === observation ? whole : trendWords.of(whole, part);
    const unit = unitOf(quantity);
    const key = JSON.stringify([codeKey(observation), holder === observation ? "" : codeKey(holder), unit]);
    const { low, high } = limitsOf(holder, unit);
    return { key, name, unit, written, value: Number(written), time, at, low, high };
  });
}

function isMistaken(observation: unknown): boolean {
  const status = textMember(observation, "status");
  return status === "entered-in-error" || status === "cancelled";
}

function codeKey(holder: unknown): string {
  const code = member(holder, "code");
  const coding = listOf(member(code, "coding"))[0];
  const named = textMember(coding, "code");
  return named === undefined ? (formatCode(code) ?? "") : `${textMember(coding, "system")}|${named}`;
}

/** A single range in the measurement's unit; of several nobody knows here which is meant. */
function limitsOf(holder: unknown, unit: string): Pick<Measurement, "low" | "high"> {
  const ranges = listOf(member(holder, "referenceRange"));
  if (ranges.length !== 1) return { low: undefined, high: undefined };
  const [low, high] = ["low", "high"].map((end) => {
    const limit = member(ranges[0], end);
    const written = writtenNumber(member(limit, "value"));
    return written === undefined || ![unit, ""].includes(unitOf(limit)) ? undefined : Number(written);
  });
  return { low, high };
}
