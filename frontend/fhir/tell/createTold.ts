import { shortTitle } from "#core/records/shortTitle.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import type { Fact, Told } from "./Told.ts";

type Line = readonly [label: string, value: string | undefined];

type Telling = Partial<Omit<Told, "title" | "facts" | "paragraphs" | "marks" | "when">> & {
  title: string | undefined;
  when?: string | undefined;
  marks?: readonly (string | undefined)[];
  facts: readonly Line[];
  paragraphs?: readonly Line[];
};

/** A telling without the lines of which nothing is known. */
export function createTold({ title, when, marks = [], facts, paragraphs = [], ...others }: Telling): Told {
  return {
    results: [],
    attachments: [],
    sections: [],
    ...others,
    title: shortTitle(title ?? "") || fhirWords.unnamed,
    ...(when !== undefined && { when: shortTitle(when) }),
    marks: marks.filter((mark) => mark !== undefined).map(shortTitle),
    facts: known(facts),
    paragraphs: known(paragraphs),
  };
}

function known(lines: readonly Line[]): Fact[] {
  return lines.flatMap(([label, value]) => (value === undefined || value === "" ? [] : [{ label, value }]));
}
