import type { Address } from "viem";
import { isSamePerson } from "./isSamePerson.ts";
import type { ManifestRow } from "./parseManifest.ts";
import { personInPath } from "./personInPath.ts";

/** A patient whose chart may be added to. */
export type Known = { subject: Address; name: string; birthDate: string };

export type Hints = {
  /** What a list in the same folder says of this file. */
  row: ManifestRow | undefined;
  /** Whom FHIR in the file is about. */
  people: { names: string[]; birthDate: string }[];
  path: string;
};

/** `nobody`: who is named is not there. `contradiction`: one hint says somebody, another somebody else. */
export type Undecided = "no-hint" | "nobody" | "several" | "contradiction";

export type Whose = { subject: Address } | { undecided: Undecided };

/**
 * Whose a file is: by the list, else by what is in it, else by where it lies. Nothing is guessed: who fits two, or none, is
 * asked about, and so is a file whose hints disagree.
 */
export function whoseFile(hints: Hints, known: readonly Known[]): Whose {
  const found = [foundInRow(hints.row, known), foundInside(hints.people, known), foundInPath(hints.path, known)];
  const told = found.filter((it) => it !== undefined);
  const [first] = told;
  if (first === undefined) return { undecided: "no-hint" };
  const isContradicted = told.some((it) => isAbout(it) !== isAbout(first) && isAbout(it) !== "");
  if (isContradicted && "subject" in first) return { undecided: "contradiction" };
  const [, inside] = found;
  const isInsideOther = inside !== undefined && "undecided" in inside && "subject" in first;
  return isInsideOther ? { undecided: "contradiction" } : first;
}

function isAbout(whose: Whose): string {
  return "subject" in whose ? whose.subject.toLowerCase() : "";
}

function foundInRow(row: ManifestRow | undefined, known: readonly Known[]): Whose | undefined {
  if (row === undefined) return undefined;
  if (row.address !== undefined) return foundByAddress(row.address, known);
  const { name, birthDate } = row;
  if (name === undefined || birthDate === undefined) return undefined;
  return one(known.filter((it) => isSamePerson(it, { names: [name], birthDate })));
}

/** A file about several people goes into nobody's chart by itself. */
function foundInside(people: Hints["people"], known: readonly Known[]): Whose | undefined {
  const [person, another] = people;
  if (person === undefined) return undefined;
  if (another !== undefined) return { undecided: "several" };
  return one(known.filter((it) => isSamePerson(it, person)));
}

function foundInPath(path: string, known: readonly Known[]): Whose | undefined {
  const person = personInPath(path);
  if (person === undefined) return undefined;
  if ("address" in person) return foundByAddress(person.address, known);
  return one(known.filter((it) => isSamePerson(it, person)));
}

function foundByAddress(address: string, known: readonly Known[]): Whose {
  return one(known.filter(({ subject }) => subject.toLowerCase() === address.toLowerCase()));
}

function one(fitting: readonly Known[]): Whose {
  const [first, second] = fitting;
  if (first === undefined) return { undecided: "nobody" };
  return second === undefined ? { subject: first.subject } : { undecided: "several" };
}
