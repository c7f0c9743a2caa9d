import { listOf } from "#core/records/listOf.ts";
import { shortTitle } from "#core/records/shortTitle.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { formatCodes } from "../format/formatCodes.ts";
import type { Reader } from "../format/Reader.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";
import { describeRange } from "./describeRange.ts";

/** The reference ranges that a result came with, and whom each is for where there are several. */
export function describeReferenceRanges(observation: unknown, reader: Reader): string | undefined {
  const ranges = listOf(member(observation, "referenceRange")).slice(0, 5);
  const described = ranges.flatMap((range) => {
    const text = describeRange(range, reader) ?? shortTitle(textMember(range, "text") ?? "");
    if (text === "") return [];
    const whom =
      ranges.length > 1 ? formatCodes([member(range, "type"), ...listOf(member(range, "appliesTo"))]) : undefined;
    return [whom === undefined ? text : fhirWords.rangeFor(text, whom)];
  });
  return described.length === 0 ? undefined : described.join("; ");
}
