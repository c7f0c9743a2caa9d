import { listOf } from "#core/records/listOf.ts";
import { interpretationWords } from "../../words/interpretationWords.ts";
import { wordFor } from "../../words/wordFor.ts";
import { formatCode } from "../format/formatCode.ts";
import { unitOf } from "../format/unitOf.ts";
import { writtenNumber } from "../format/writtenNumber.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";

/** How a result stands, in a word, and whether it is one that a reader should not miss. */
export type Standing = { word: string; isNotable: boolean };

const unremarkable = new Set(["N", "NEG", "ND", "S", "B"]);

/** Its own standing, else that of a part which a reader should not miss. */
export function standingOf(observation: unknown): Standing | undefined {
  const parts = listOf(member(observation, "component")).slice(0, 50);
  return ownStanding(observation) ?? parts.map(ownStanding).find((standing) => standing?.isNotable);
}

/** As its author judged it; where nobody did, as it compares with its reference range. */
function ownStanding(observation: unknown): Standing | undefined {
  for (const interpretation of listOf(member(observation, "interpretation")).slice(0, 5)) {
    const codes = listOf(member(interpretation, "coding")).map((coding) => textMember(coding, "code"));
    const code = codes.find((candidate) => wordFor(interpretationWords, candidate) !== undefined);
    const word = wordFor(interpretationWords, code) ?? formatCode(interpretation);
    if (word !== undefined) return { word, isNotable: !unremarkable.has(code ?? "") };
  }
  return standingInRange(observation);
}

/** Only where one range is given, for everybody, in the value's own unit: anything else would be a guess. */
function standingInRange(observation: unknown): Standing | undefined {
  const value = member(observation, "valueQuantity");
  const ranges = listOf(member(observation, "referenceRange"));
  const range = ranges[0];
  const written = writtenNumber(member(value, "value"));
  if (written === undefined || ranges.length !== 1 || textMember(value, "comparator") !== undefined) return undefined;
  if (listOf(member(range, "appliesTo")).length > 0 || !isOrdinary(range)) return undefined;
  const [low, high] = [limitOf(member(range, "low"), value), limitOf(member(range, "high"), value)];
  if (low !== undefined && Number(written) < low) return { word: interpretationWords["L"]!, isNotable: true };
  if (high !== undefined && Number(written) > high) return { word: interpretationWords["H"]!, isNotable: true };
  return low === undefined && high === undefined ? undefined : { word: interpretationWords["N"]!, isNotable: false };
}

function isOrdinary(range: unknown): boolean {
  const codes = listOf(member(range, "type", "coding")).map((coding) => textMember(coding, "code"));
  return member(range, "type") === undefined || codes.includes("normal");
}

function limitOf(limit: unknown, value: unknown): number | undefined {
  const written = writtenNumber(member(limit, "value"));
  const unit = unitOf(limit);
  return written !== undefined && (unit === "" || unit === unitOf(value)) ? Number(written) : undefined;
}
