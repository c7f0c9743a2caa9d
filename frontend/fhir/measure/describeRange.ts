import { fhirWords } from "../../words/fhirWords.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatQuantity } from "../format/formatQuantity.ts";
import type { Reader } from "../format/Reader.ts";
import { unitOf } from "../format/unitOf.ts";
import { writtenNumber } from "../format/writtenNumber.ts";
import { member } from "../member.ts";

/** "70 to 99 mg/dL", "up to 5.6 %", "at least 60 …"; undefined where neither end is known. */
export function describeRange(range: unknown, reader: Reader): string | undefined {
  const [low, high] = [member(range, "low"), member(range, "high")];
  const [from, to] = [formatQuantity(low, reader), formatQuantity(high, reader)];
  if (from !== undefined && to !== undefined) {
    const number = writtenNumber(member(low, "value"))!;
    const isOneUnit = unitOf(low) === unitOf(high);
    return fhirWords.between(isOneUnit ? formatNumber(number, reader) : from, to);
  }
  if (from !== undefined) return fhirWords.atLeast(from);
  return to === undefined ? undefined : fhirWords.upTo(to);
}
