import { stringToBytes } from "viem";
import type { BundleEntry, Resource } from "#core/records/BundleEntry.ts";
import { bundleIndex } from "#core/records/bundleIndex.ts";
import { listOf } from "#core/records/listOf.ts";
import type { TimelineRecord } from "../keeper/Keeper.ts";
import type { Reader } from "../fhir/format/Reader.ts";
import { member } from "../fhir/member.ts";
import { readEntries } from "../fhir/readEntries.ts";
import { tellResource } from "../fhir/tell/tellResource.ts";
import { textMember } from "../fhir/textMember.ts";
import { fhirWords } from "../words/fhirWords.ts";
import { readFhir } from "../viewer/readFhir.ts";
import type { GlanceItem } from "./GlanceItem.ts";
import { glanceKinds } from "./glanceKinds.ts";

type ItemsOfParameters = {
  text: string;
  record: Pick<TimelineRecord, "capsuleHash"> & { entry: Pick<TimelineRecord["entry"], "issued"> };
  reader: Reader;
};

/** What stands in a record that a summary may tell. */
export function itemsOf({ text, record, reader }: ItemsOfParameters): GlanceItem[] {
  const { entries } = readEntries(readFhir(stringToBytes(text)));
  const index = bundleIndex(entries);
  return entries.flatMap((entry): GlanceItem[] => {
    const kind = glanceKinds.get(entry.resource.resourceType);
    const told = kind === undefined ? undefined : tellResource({ entry, index, reader });
    if (kind === undefined || told === undefined || isUnsaid(entry)) return [];
    const facts = told.facts.filter(({ label }) => telling.has(label));
    return [
      {
        kind,
        name: told.title,
        marks: told.marks,
        facts: told.when === undefined ? facts : [{ label: fhirWords.when, value: told.when }, ...facts],
        isInForce: isInForce(entry.resource),
        at: timeOf(entry.resource) ?? record.entry.issued,
        record: record.capsuleHash,
      },
    ];
  });
}

/** The rest stands in the record. */
const telling: ReadonlySet<string> = new Set([
  fhirWords.dosing,
  fhirWords.reaction,
  fhirWords.severity,
  fhirWords.stage,
  fhirWords.began,
  fhirWords.dose,
]);

/** What its author took back says nothing about the same from before. */
function isUnsaid({ resource }: BundleEntry): boolean {
  return [textMember(resource, "status"), ...codesOf(resource["verificationStatus"])].includes("entered-in-error");
}

/** Of problems and allergies, and of medicines. */
const past: ReadonlySet<string> = new Set(
  "inactive resolved remission refuted completed stopped cancelled on-hold not-taken draft".split(" "),
);

/** A vaccination is one for ever; all else holds until somebody says that it does not. */
function isInForce(resource: Resource): boolean {
  if (resource.resourceType === "Immunization") return textMember(resource, "status") !== "not-done";
  if (resource["doNotPerform"] === true) return false;
  const ended = ["abatementDateTime", "abatementPeriod", "abatementAge", "abatementString"];
  if (ended.some((name) => resource[name] !== undefined)) return false;
  const states = [
    textMember(resource, "status"),
    ...codesOf(resource["clinicalStatus"]),
    ...codesOf(resource["verificationStatus"]),
  ];
  return !states.some((state) => state !== undefined && past.has(state));
}

function codesOf(concept: unknown): (string | undefined)[] {
  return listOf(member(concept, "coding")).map((coding) => textMember(coding, "code"));
}

const times = [
  "recordedDate",
  "authoredOn",
  "dateAsserted",
  "occurrenceDateTime",
  "effectiveDateTime",
  "onsetDateTime",
];

function timeOf(resource: Resource): string | undefined {
  return times.map((name) => textMember(resource, name)).find((time) => time !== undefined);
}
