import { isJsonObject } from "#core/records/isJsonObject.ts";
import { absenceWords } from "../../words/absenceWords.ts";
import { wordFor } from "../../words/wordFor.ts";
import { listOf } from "#core/records/listOf.ts";
import { formatCode } from "../format/formatCode.ts";
import type { Reader } from "../format/Reader.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";
import { describeDatum } from "./describeDatum.ts";

/** What value[x] says, of whatever kind it is; else why it is missing. Undefined where nothing is said. */
export function describeValue(holder: unknown, reader: Reader): string | undefined {
  if (!isJsonObject(holder)) return undefined;
  const name = Object.keys(holder).find((candidate) => /^value[A-Z]/.test(candidate));
  const described = name === undefined ? undefined : describeDatum(name.slice("value".length), holder[name], reader);
  return described ?? describeAbsence(holder["dataAbsentReason"]);
}

function describeAbsence(reason: unknown): string | undefined {
  const codes = listOf(member(reason, "coding")).map((coding) => textMember(coding, "code"));
  return codes.map((code) => wordFor(absenceWords, code)).find((word) => word !== undefined) ?? formatCode(reason);
}
