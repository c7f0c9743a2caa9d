import type { Diagnosis } from "./Diagnosis.ts";
import { beginsAlmost } from "./beginsAlmost.ts";
import { plainWords } from "./plainWords.ts";

export type FoundDiagnosis = {
  code: string;
  title: string;
  /** What others call it, where it was found by that. */ also?: string;
};

type Searchable = {
  diagnosis: Diagnosis;
  code: string;
  title: string[];
  line: string;
  others: { words: string[]; line: string }[];
  all: string[];
};

/** How well one fits what was typed, best first. */
const ranks = ["code", "name", "beginning of the code", "beginning", "words", "synonym", "words of both"] as const;
type Rank = (typeof ranks)[number];

/** So many does nobody read through. */
const mostShown = 10;

/**
 * Finds diagnoses by words in any order, by their beginnings, by what else they are called, and by code. Where nothing
 * fits, one slip in each long word is forgiven. Costs a look at all of them: a millisecond or two.
 */
export function createDiagnosisSearch(diagnoses: readonly Diagnosis[]): (typed: string) => FoundDiagnosis[] {
  const all = diagnoses.map(searchable);
  return (typed) => {
    const sought = plainWords(typed);
    if (sought.length === 0) return [];
    const exact = fitting(all, sought, (word, part) => word.startsWith(part));
    return exact.length > 0 ? exact : fitting(all, sought, beginsAlmost);
  };
}

function searchable(diagnosis: Diagnosis): Searchable {
  const title = plainWords(diagnosis.title);
  const others = diagnosis.synonyms.map((synonym) => {
    const words = plainWords(synonym);
    return { words, line: words.join(" ") };
  });
  const code = bare(diagnosis.code);
  return {
    diagnosis,
    code,
    title,
    line: title.join(" "),
    others,
    all: [title, ...others.map((other) => other.words)].flat(),
  };
}

function bare(code: string): string {
  return code.toLowerCase().replace(".", "");
}

type Begins = (word: string, part: string) => boolean;

function fitting(all: readonly Searchable[], sought: string[], begins: Begins): FoundDiagnosis[] {
  const found = all.flatMap((one, place) => {
    const rank = rankOf(one, sought, begins);
    return rank === undefined ? [] : [{ one, place, rank: ranks.indexOf(rank) }];
  });
  return found
    .toSorted((a, b) => a.rank - b.rank || a.one.line.length - b.one.line.length || a.place - b.place)
    .slice(0, mostShown)
    .map(({ one }) => shown(one, sought, begins));
}

function rankOf(one: Searchable, sought: string[], begins: Begins): Rank | undefined {
  const line = sought.join(" ");
  const code = sought.length === 1 ? bare(line) : "";
  if (one.code === code) return "code";
  if (one.line === line || one.others.some((other) => other.line === line)) return "name";
  if (/^[a-z]\d/.test(code) && one.code.startsWith(code)) return "beginning of the code";
  if (begins(one.line, line)) return "beginning";
  if (areIn(one.title, sought, begins)) return "words";
  if (one.others.some(({ words }) => areIn(words, sought, begins))) return "synonym";
  return areIn(one.all, sought, begins) ? "words of both" : undefined;
}

function areIn(words: readonly string[], sought: readonly string[], begins: Begins): boolean {
  return sought.every((part) => words.some((word) => begins(word, part)));
}

function shown({ diagnosis, title, others }: Searchable, sought: string[], begins: Begins): FoundDiagnosis {
  const { code, title: text, synonyms } = diagnosis;
  const missing = sought.filter((part) => !title.some((word) => begins(word, part)));
  const isCode = missing.length === 1 && bare(code).startsWith(bare(missing[0]!));
  const place = others.findIndex(({ words }) => missing.some((part) => words.some((word) => begins(word, part))));
  if (missing.length === 0 || isCode || place < 0) return { code, title: text };
  return { code, title: text, also: synonyms[place]! };
}
