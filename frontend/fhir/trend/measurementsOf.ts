import { listOf } from "#core/records/listOf.ts";
import { formatCode } from "../format/formatCode.ts";
import { readDate } from "../format/readDate.ts";
import { unitOf } from "../format/unitOf.ts";
import { writtenNumber } from "../format/writtenNumber.ts";
import { observationTime } from "../measure/observationTime.ts";
import { standingOf } from "../measure/standingOf.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";
import { trendWords } from "../../words/trendWords.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { isMistaken } from "../measure/isMistaken.ts";
import type { Measurement } from "./trendOf.ts";

export type KeyedMeasurement = Measurement & {
  /** One for each thing and unit: what has the same is a value of the same. */
  key: string;
  /** One for each thing and unit of which the parts are told together, as those of blood pressure are. */
  together: string;
  /** What all of it is called, and this part of it. */
  whole: string;
  part: string;
};

/** An observation's own value and those that it is made up of. */
export function measurementsOf(observation: unknown): KeyedMeasurement[] {
  const time = observationTime(observation);
  const at = readDate(time)?.date.getTime();
  if (time === undefined || at === undefined || isMistaken(observation)) return [];
  const whole = formatCode(member(observation, "code")) ?? fhirWords.unnamed;
  const components = listOf(member(observation, "component")).slice(0, 50);
  const code = codeKey(observation);
  return [observation, ...components].flatMap((holder) => {
    const quantity = member(holder, "valueQuantity");
    const written = writtenNumber(member(quantity, "value"));
    if (written === undefined || textMember(quantity, "comparator") !== undefined) return [];
    const part = holder === observation ? undefined : (formatCode(member(holder, "code")) ?? fhirWords.unnamed);
    const unit = unitOf(quantity);
    const { low, high } = limitsOf(holder, unit);
    const place = placeOf({ code, partCode: part === undefined ? "" : codeKey(holder), unit, whole });
    return Object.assign(place, {
      part: part ?? whole,
      name: part === undefined ? whole : trendWords.of(whole, part),
      unit,
      value: Number(written),
      written,
      time,
      at,
      low,
      high,
      standing: standingOf(holder),
    });
  });
}

type Named = { code: string; partCode: string; unit: string; whole: string };
type Place = Pick<KeyedMeasurement, "key" | "together" | "whole">;

/** Blood pressure comes as one observation with two parts under any of several codes, or as two. */
function placeOf({ code, partCode, unit, whole }: Named): Place {
  const pressure = pressureParts.find((candidate) => candidate === (partCode || code));
  if (pressure !== undefined) {
    const together = JSON.stringify([pressureParts, unit]);
    return { key: JSON.stringify([pressure, unit]), together, whole: trendWords.bloodPressure };
  }
  const key = JSON.stringify([code, partCode, unit]);
  return { key, together: partCode === "" ? key : JSON.stringify([code, unit]), whole };
}

const pressureParts = ["http://loinc.org|8480-6", "http://loinc.org|8462-4"];

/** LOINC's code where there is one, since systems add codes of their own, in any order. */
function codeKey(holder: unknown): string {
  const code = member(holder, "code");
  const codings = listOf(member(code, "coding"));
  const coding = codings.find((candidate) => textMember(candidate, "system") === "http://loinc.org") ?? codings[0];
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
