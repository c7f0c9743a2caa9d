import { listOf } from "#core/records/listOf.ts";
import { statusWords } from "../../words/statusWords.ts";
import { wordFor } from "../../words/wordFor.ts";
import { formatCode } from "../format/formatCode.ts";
import { humanName } from "../humanName.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";

/** Where something stands, from a bare code or a CodeableConcept. */
export function statusWord(status: unknown): string | undefined {
  if (typeof status === "string") return wordFor(statusWords, status) ?? humanName(status.slice(0, 60));
  const codes = listOf(member(status, "coding")).map((coding) => textMember(coding, "code"));
  return codes.map((code) => wordFor(statusWords, code)).find((word) => word !== undefined) ?? formatCode(status);
}
