import { isJsonObject } from "#core/records/isJsonObject.ts";
import { listOf } from "#core/records/listOf.ts";
import { shortTitle } from "#core/records/shortTitle.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatDate } from "../format/formatDate.ts";
import { member } from "../member.ts";
import { namesOfReferences } from "../namesOfReferences.ts";
import type { Reading } from "../Reading.ts";
import { textMember } from "../textMember.ts";
import { createTold } from "./createTold.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { statusWord } from "./statusWord.ts";
import type { Told } from "./Told.ts";

/** A DocumentReference. */
export function tellDocument(reading: Reading): Told {
  const { reader, entry } = reading;
  const document = entry.resource;
  const contents = listOf(document["content"]).slice(0, 20);
  const attachments = contents.map((content) => member(content, "attachment")).filter(isJsonObject);
  const isCurrent = document["status"] === "current";
  return createTold({
    title: formatCode(document["type"]) ?? (shortTitle(textMember(attachments[0], "title") ?? "") || undefined),
    when: formatDate(document["date"] ?? member(document, "context", "period", "start"), reader),
    marks: [mistakeMark(document)],
    facts: [
      [fhirWords.status, isCurrent ? undefined : statusWord(document["status"])],
      [fhirWords.author, namesOfReferences(document["author"], reading)],
    ],
    paragraphs: [[fhirWords.note, textMember(document, "description")]],
    attachments,
  });
}
