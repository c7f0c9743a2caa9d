import { fhirWords } from "../../words/fhirWords.ts";
import { formatAddress } from "../format/formatAddress.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatDate } from "../format/formatDate.ts";
import { formatName } from "../format/formatName.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { formatQuantity } from "../format/formatQuantity.ts";
import type { Reader } from "../format/Reader.ts";
import { writtenNumber } from "../format/writtenNumber.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";
import { describeRange } from "./describeRange.ts";
import { describeSamples } from "./describeSamples.ts";

type Describer = (datum: unknown, reader: Reader) => string | undefined;

const number: Describer = (datum, reader) => {
  const written = writtenNumber(datum);
  return written === undefined ? undefined : formatNumber(written, reader);
};
const text: Describer = (datum) => (typeof datum === "string" && datum.trim() !== "" ? datum : undefined);
const yesOrNo: Describer = (datum) => (typeof datum === "boolean" ? (datum ? fhirWords.yes : fhirWords.no) : undefined);

/** By the name that FHIR gives a kind of value, as in valueQuantity. */
const describers = new Map<string, Describer>([
  ...["Quantity", "Age", "Duration", "Distance", "Count", "SimpleQuantity"].map(
    (kind) => [kind, formatQuantity] as const,
  ),
  ["Money", describeMoney],
  ["CodeableConcept", formatCode],
  ["Coding", formatCode],
  ["Boolean", yesOrNo],
  ...["Integer", "Decimal", "PositiveInt", "UnsignedInt", "Integer64"].map((kind) => [kind, number] as const),
  ["Range", describeRange],
  ["Ratio", describeRatio],
  ["SampledData", describeSamples],
  ["Period", formatPeriod],
  ...["Date", "DateTime", "Instant"].map((kind) => [kind, formatDate] as const),
  ["HumanName", formatName],
  ["Address", formatAddress],
  ["ContactPoint", (datum) => textMember(datum, "value")],
  ["Identifier", (datum) => textMember(datum, "value")],
  ["Reference", (datum) => textMember(datum, "display") ?? textMember(datum, "reference")],
  ["Annotation", (datum) => textMember(datum, "text")],
  ["Attachment", (datum) => textMember(datum, "title")],
]);

/** One value of a kind that FHIR knows, as people say it; undefined where it is not of that kind. */
export function describeDatum(kind: string, datum: unknown, reader: Reader): string | undefined {
  return (describers.get(kind) ?? text)(datum, reader);
}

/** "1:128" for titres, else "5 mg per 2 mL". */
function describeRatio(ratio: unknown, reader: Reader): string | undefined {
  const [numerator, denominator] = [member(ratio, "numerator"), member(ratio, "denominator")];
  const [part, whole] = [formatQuantity(numerator, reader), formatQuantity(denominator, reader)];
  if (part === undefined || whole === undefined) return part;
  const isTitre = [numerator, denominator].every((side) => textMember(side, "unit") === undefined);
  return isTitre ? `${part}:${whole}` : fhirWords.ratio(part, whole);
}

function describeMoney(money: unknown, reader: Reader): string | undefined {
  const written = writtenNumber(member(money, "value"));
  if (written === undefined) return undefined;
  const currency = textMember(money, "currency") ?? textMember(money, "code") ?? "";
  if (!/^[A-Z]{3}$/.test(currency)) return formatNumber(written, reader);
  return new Intl.NumberFormat(reader.locale, { style: "currency", currency }).format(Number(written));
}
