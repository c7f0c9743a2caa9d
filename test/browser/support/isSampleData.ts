import { readFileSync } from "node:fs";
import { parseDiagnoses } from "../../../frontend/diagnoses/parseDiagnoses.ts";
import { createHistory } from "../../../scripts/seed/histories/createHistory.ts";
import { people } from "../../../scripts/seed/people.ts";
import { sampleRecords } from "../../../scripts/seed/sampleRecords.ts";

/** Whether a text is somebody's name, a record's title or content, a date, an address: what is in no language's words. */
export function isSampleData(text: string): boolean {
  const bare = text.replace(/^· /, "");
  return written.has(bare) || forms.some((form) => form.test(bare));
}

const today = new Date().toISOString().slice(0, 10);

const diagnoses = parseDiagnoses(
  readFileSync(new URL("../../../frontend/diagnoses/diagnoses.txt", import.meta.url), "utf8"),
);

const written: ReadonlySet<string> = new Set([
  "Ownchart",
  ...diagnoses.map(({ title }) => title),
  ...[
    ...people.licensed,
    ...people.patients,
    ...people.staff,
    people.applicant,
    people.boardMember,
    people.boardAssistant,
  ].flatMap(({ name, about }) => [name, about, name.split(", ")].flat()),
  ...people.patients.flatMap((patient) => sampleRecords({ patient, today }).map(({ title }) => title)),
  ...people.patients.flatMap((patient) =>
    leavesOf(createHistory({ person: patient, story: patient.story, seed: 1, today })),
  ),
]);

function leavesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

const month = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*";

const forms = [
  /** Who asks for a licence, and a number that no test has given away before. */
  /^Dr. Ada Marlow$/,
  /^T-\d+-\d+$/,
  /** A board's secret, as it is printed. */
  /^([\dA-F]{4} ){16}[\dA-F]{4}$/,
  /^(0x)?[\da-f]{6,}$/i,
  /^(https?:\/\/)?localhost:\d+/,
  /** A recovery code, whole or a group of it: its last symbol may be one of five that stand for no digit. */
  /^[\dA-Z]{1,5}( {2}[\dA-Z]{1,5})*( {2})?[*~$=]?$/,
  new RegExp(`^${month} (\\d{1,2}, )?\\d{4}( at \\d{1,2}:\\d{2}\\s[AP]M)?$`),
  /** A value and its unit, or two as of blood pressure. */
  /^[\d.,]+(\/[\d.,]+)?\s\S+(\sm²)?$/,
  /** A passphrase that was drawn: words of a list, always six and none with a capital. */
  /^([a-z]+ ){5}[a-z]+$/,
  /** What is written by hand on a screen. */
  /^(?:Summary: |Medicines: )?Penicillin$/,
  /^Wheezing on both sides\.\nNo fever\.$/,
  /** A file that somebody chose, and what a text becomes. */
  /^[\p{L}\w, -]+\.(?:ownchart|txt|bin)$/u,
  /^(?:lab result \d|xray)$/,
  /** A doctor whom another walk has had licensed meanwhile. */
  /^Dr\. [\p{L} ]+$/u,
  /** Why, in the same walks. */
  /^Hearsay\.$/,
  /** A sample patient in the list of people. */
  /^\d+, (?:a|an|diabetes|depression|asthma)\b/,
  /** Terms are in the words in which they are signed, the same for everybody. */
  / may (?:read|add) .* until \d{1,2} [A-Z][a-z]+ \d{4}( at \d{2}:\d{2})?\.$/,
  /^They may (?:also )?add [a-z, ]+\.$/,
  /^This includes (?:everything from before|only what is added from .* on)\.$/,
  /^It is for your treatment\.$/,
  /^You can end this at any time; what was (?:already opened cannot be unseen|added stays in your chart)\.$/,
];
