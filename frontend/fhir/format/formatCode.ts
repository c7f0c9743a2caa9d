import { conceptName } from "#core/records/conceptName.ts";
import { listOf } from "#core/records/listOf.ts";
import { shortTitle } from "#core/records/shortTitle.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { systemWords } from "../../words/systemWords.ts";
import { wordFor } from "../../words/wordFor.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";

/** What a coded thing is called; where it has a code alone, the code and whose it is. */
export function formatCode(concept: unknown): string | undefined {
  const name = conceptName(concept);
  if (name !== undefined) return name;
  const coding = listOf(member(concept, "coding"))[0] ?? concept;
  const code = shortTitle(textMember(coding, "code") ?? "");
  if (code === "") return undefined;
  const system = wordFor(systemWords, textMember(coding, "system"));
  return system === undefined ? code : fhirWords.codeOf(code, system);
}
