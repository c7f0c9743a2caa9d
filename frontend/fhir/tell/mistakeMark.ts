import { listOf } from "#core/records/listOf.ts";
import { statusWords } from "../../words/statusWords.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";

/** That nothing of this holds, should its author have said so. */
export function mistakeMark(resource: unknown): string | undefined {
  const verification = listOf(member(resource, "verificationStatus", "coding")).map((coding) =>
    textMember(coding, "code"),
  );
  const codes = [textMember(resource, "status"), textMember(resource, "docStatus"), ...verification];
  return codes.includes("entered-in-error") ? statusWords["entered-in-error"] : undefined;
}
