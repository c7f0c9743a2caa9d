import { fhirWords } from "../../words/fhirWords.ts";
import { formatNumber } from "../format/formatNumber.ts";
import type { Reader } from "../format/Reader.ts";
import { writtenNumber } from "../format/writtenNumber.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";

/** As many as half an hour of a heart's electricity has at a thousand a second. */
const mostCharacters = 10_000_000;

/** How many values a series has, and between what they are: drawing them is for those who can read such curves. */
export function describeSamples(sampled: unknown, reader: Reader): string | undefined {
  const data = textMember(sampled, "data")?.slice(0, mostCharacters).trim();
  if (data === undefined) return undefined;
  const factor = Number(writtenNumber(member(sampled, "factor")) ?? 1);
  const origin = Number(writtenNumber(member(sampled, "origin", "value")) ?? 0);
  let [count, lowest, highest] = [0, Infinity, -Infinity];
  for (const [sample] of data.matchAll(/\S+/g)) {
    count += 1;
    const value = /^-?\d+(?:\.\d+)?$/.test(sample) ? origin + factor * Number(sample) : Number.NaN;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const told = formatNumber(String(count), reader);
  if (!Number.isFinite(lowest) || !Number.isFinite(highest)) return fhirWords.sampleCount(told);
  const rounded = (value: number) => formatNumber(String(Number(value.toPrecision(6))), reader);
  return fhirWords.samples(told, rounded(lowest), rounded(highest));
}
