import { type Category, categories } from "../records/categories.ts";
import { consentCodes } from "./consentCodes.ts";
import { ConsentError } from "./ConsentError.ts";

/** FHIR lets provisions nest without end; no consent of ours goes deeper than two. */
const deepest = 8;

/** Every category that terms name anywhere, for whatever action: what a grant must hold keys for. */
export function categoriesOfTerms(terms: unknown): Category[] {
  const found = new Set(codesIn(membersOf(terms)["provision"], 0));
  if (found.size === 0) throw new ConsentError("TermsWithoutCategory");
  const known = categories.filter((category) => found.has(category));
  if (known.length < found.size) throw new ConsentError("TermsCategoryUnknown");
  return known;
}

function codesIn(provision: unknown, depth: number): unknown[] {
  if (depth === deepest) throw new ConsentError("TermsUnreadable", "nested too deep");
  const { class: codings, provision: nested } = membersOf(provision);
  const codes = listOf(codings)
    .map(membersOf)
    .filter(({ system }) => system === consentCodes.categorySystem)
    .map(({ code }) => code);
  return [...codes, ...listOf(nested).flatMap((inner) => codesIn(inner, depth + 1))];
}

function membersOf(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw new ConsentError("TermsUnreadable", "not an object");
  return value as Record<string, unknown>;
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new ConsentError("TermsUnreadable", "not a list");
  return value;
}
