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
import type { Section, Told } from "./Told.ts";

/** A document in sections; those inside others follow them. */
export function tellComposition(reading: Reading): Told {
  const { reader, entry } = reading;
  const composition = entry.resource;
  return createTold({
    title: shortTitle(textMember(composition, "title") ?? "") || formatCode(composition["type"]),
    when: formatDate(composition["date"], reader),
    marks: [mistakeMark(composition)],
    facts: [[fhirWords.author, namesOfReferences(composition["author"], reading)]],
    sections: sectionsOf(composition["section"], reading),
  });
}

const [mostSections, deepestSection] = [100, 5];

function sectionsOf(value: unknown, reading: Reading, depth = 0): Section[] {
  const told: Section[] = [];
  for (const section of depth > deepestSection ? [] : listOf(value).slice(0, mostSections)) {
    const own = tellSection(section, reading);
    if (own !== undefined) told.push(own);
    told.push(...sectionsOf(member(section, "section"), reading, depth + 1));
    if (told.length >= mostSections) break;
  }
  return told.slice(0, mostSections);
}

function tellSection(section: unknown, reading: Reading): Section | undefined {
  const title = shortTitle(textMember(section, "title") ?? "") || (formatCode(member(section, "code")) ?? "");
  const div = textMember(member(section, "text"), "div");
  if (div !== undefined) return { title, div };
  const text = namesOfReferences(member(section, "entry"), reading);
  if (text !== undefined) return { title, text };
  return title === "" ? undefined : { title };
}
