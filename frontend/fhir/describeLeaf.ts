import { type JsonObject, isJsonObject } from "#core/records/isJsonObject.ts";
import { isKeptNumber } from "#core/records/parseFhirJson.ts";
import { formatCode } from "./format/formatCode.ts";
import { formatDate } from "./format/formatDate.ts";
import { readDate } from "./format/readDate.ts";
import { describeDatum } from "./measure/describeDatum.ts";
import { describeTiming } from "./medicine/describeTiming.ts";
import { nameOfReference } from "./nameOfReference.ts";
import type { Reading } from "./Reading.ts";
import { textMember } from "./textMember.ts";

/** A value that can be said in one line; undefined where it has more to say, or nothing. */
export function describeLeaf(name: string, value: unknown, reading: Reading): string | undefined {
  const { reader } = reading;
  if (typeof value === "boolean") return describeDatum("Boolean", value, reader);
  if (typeof value === "number" || isKeptNumber(value)) return describeDatum("Decimal", value, reader);
  if (typeof value === "string") return readDate(value) === undefined ? value : formatDate(value, reader);
  if (!isJsonObject(value)) return undefined;
  const kind = /^value([A-Z]\w*)$/.exec(name)?.[1] ?? kindOf(value);
  if (kind === "Reference") return nameOfReference(value, reading) ?? textMember(value, "reference");
  if (kind === "Timing") return describeTiming(value, reader).join(", ") || undefined;
  return kind === undefined ? undefined : describeDatum(kind, value, reader);
}

/** FHIR does not write down which type a member has; its own members tell, for those that people read most. */
function kindOf(value: JsonObject): string | undefined {
  const has = (name: string) => value[name] !== undefined;
  if (has("reference") || Object.keys(value).join() === "display") return "Reference";
  if (Array.isArray(value["coding"])) return formatCode(value) === undefined ? undefined : "CodeableConcept";
  if (has("system") && has("code") && !has("value")) return "Coding";
  if (has("currency") && has("value")) return "Money";
  if (has("value") && (has("unit") || has("code"))) return "Quantity";
  if (has("numerator") || has("denominator")) return "Ratio";
  if (has("family") || has("given")) return "HumanName";
  if (has("city") || has("postalCode")) return "Address";
  if (isJsonObject(value["repeat"])) return "Timing";
  const isPeriod = Object.keys(value).every((name) => name === "start" || name === "end");
  if (isPeriod) return "Period";
  return Object.keys(value).join() === "text" ? "Annotation" : undefined;
}
