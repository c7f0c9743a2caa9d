import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatNumber } from "../format/formatNumber.ts";
import type { Reader } from "../format/Reader.ts";
import { unitOf } from "../format/unitOf.ts";
import { writtenNumber } from "../format/writtenNumber.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";
import { describeValue } from "./describeValue.ts";
import { standingOf } from "./standingOf.ts";

/** What was found: the value, and what it is made up of, a line each. Blood pressure is one line, as people say it. */
export function describeObservation(observation: unknown, reader: Reader): string[] {
  const value = describeValue(observation, reader);
  const components = listOf(member(observation, "component")).slice(0, 50);
  const pressure = describePressure(components, reader);
  const others = components.filter((component) => pressure === undefined || !isPressure(component));
  const parts = others.flatMap((component) => {
    const part = describeValue(component, reader);
    if (part === undefined) return [];
    const standing = standingOf(component);
    const told = standing?.isNotable ? fhirWords.withStanding(part, standing.word) : part;
    return fhirWords.named(formatCode(member(component, "code")) ?? fhirWords.unnamed, told);
  });
  return [value, pressure, ...parts].filter((line) => line !== undefined);
}

const systolic = "8480-6";
const diastolic = "8462-4";

function describePressure(components: readonly unknown[], reader: Reader): string | undefined {
  const [upper, lower] = [systolic, diastolic].map((code) => {
    const found = components.find((component) => hasCode(component, code));
    return member(found, "valueQuantity");
  });
  const [high, low] = [writtenNumber(member(upper, "value")), writtenNumber(member(lower, "value"))];
  if (high === undefined || low === undefined || unitOf(upper) !== unitOf(lower)) return undefined;
  return `${formatNumber(high, reader)}/${formatNumber(low, reader)}\u{a0}${unitOf(upper)}`;
}

function isPressure(component: unknown): boolean {
  return hasCode(component, systolic) || hasCode(component, diastolic);
}

function hasCode(component: unknown, code: string): boolean {
  return listOf(member(component, "code", "coding")).some((coding) => textMember(coding, "code") === code);
}
