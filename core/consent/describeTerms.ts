import { type Category, categories } from "../records/categories.ts";
import { categoryWords } from "./categoryWords.ts";
import { plainName } from "./plainName.ts";
import { purposes } from "./purposes.ts";
import type { Terms } from "./Terms.ts";

export type DescribeTermsOptions = {
  /** What the reader calls the grantee; otherwise the terms' own name for it, or the address. */
  granteeName?: string;
  /** In Unix seconds: before the beginning and after the end the sentences say so. */
  now?: number;
  /** How dates are written; the sentences are English. */
  locale?: string;
  /** Where days begin; otherwise where the reader is. */
  timeZone?: string;
};

/** What terms mean, in sentences to the patient: the same on every screen and in the signed document itself. */
export function describeTerms(terms: Terms, options: DescribeTermsOptions = {}): string[] {
  const { read, contribute, purpose } = terms;
  const sentences = [mainSentence(terms, options)];
  if (read.length > 0) {
    sentences.push(historySentence(terms, options));
    const alsoAdded = contribute.filter((category) => read.includes(category));
    const onlyAdded = contribute.filter((category) => !read.includes(category));
    if (alsoAdded.length > 0) sentences.push(`They ${mayOf(terms, options)} also add ${added(alsoAdded)}.`);
    if (onlyAdded.length > 0) {
      sentences.push(`They ${mayOf(terms, options)} add ${added(onlyAdded)} without reading them.`);
    }
  }
  if (purpose !== undefined) sentences.push(purposes[purpose].sentence);
  return [...sentences, endingSentence(terms, options)];
}

function mainSentence(terms: Terms, options: DescribeTermsOptions): string {
  const { read, contribute, grantee } = terms;
  const name = plainName(options.granteeName ?? "") || plainName(terms.granteeName ?? "") || grantee;
  const deed = read.length > 0 ? `read ${seen(read)}` : `add ${added(contribute)}, without reading them,`;
  const from = isAhead(terms, options) ? `from ${day(terms.from, terms, options)} ` : "";
  return `${name} ${mayOf(terms, options)} ${deed} ${from}until ${lastDay(terms, options)}.`;
}

function historySentence(terms: Terms, options: DescribeTermsOptions): string {
  const { history } = terms;
  if (history === "all") return "This includes everything from before.";
  return `This includes only what is added from ${day(history.since, terms, options)} on.`;
}

function endingSentence(terms: Terms, options: DescribeTermsOptions): string {
  const beginning = isOver(terms, options) ? "This has ended" : "You can end this at any time";
  return terms.read.length > 0
    ? `${beginning}; what was already opened cannot be unseen.`
    : `${beginning}; what was added stays in your chart.`;
}

const isAhead = ({ from }: Terms, { now }: DescribeTermsOptions) => now !== undefined && now < from;
const isOver = ({ until }: Terms, { now }: DescribeTermsOptions) => now !== undefined && now >= until;

function mayOf(terms: Terms, options: DescribeTermsOptions): string {
  if (isAhead(terms, options)) return "will be able to";
  return isOver(terms, options) ? "could" : "may";
}

function seen(chosen: Category[]): string {
  return chosen.length === categories.length ? "everything in your chart" : `your ${listed(chosen)}`;
}

function added(chosen: Category[]): string {
  return chosen.length === categories.length ? "records of every kind" : listed(chosen);
}

function listed(chosen: Category[]): string {
  return new Intl.ListFormat("en-GB").format(chosen.map((category) => categoryWords[category]));
}

/** A grant that ends within hours needs its hour said. */
const shortWindow = 2 * 24 * 60 * 60;

function isShort({ from, until }: Terms): boolean {
  return until - from <= shortWindow;
}

function day(seconds: number, terms: Terms, { locale = "en-GB", timeZone }: DescribeTermsOptions): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    ...(isShort(terms) && { timeStyle: "short" as const }),
    ...(timeZone !== undefined && { timeZone }),
  }).format(seconds * 1000);
}

/** A grant until the first second of a day ends, for a person, on the day before. */
function lastDay(terms: Terms, options: DescribeTermsOptions): string {
  return day(isShort(terms) ? terms.until : terms.until - 1, terms, options);
}
