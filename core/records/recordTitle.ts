import type { Resource } from "./BundleEntry.ts";
import type { Category } from "./categories.ts";
import { categoryOf } from "./categoryOf.ts";
import { conceptName } from "./conceptName.ts";
import { isJsonObject } from "./isJsonObject.ts";
import { listOf } from "./listOf.ts";
import { sensitivityOf } from "./sensitivityOf.ts";
import { shortTitle } from "./shortTitle.ts";

/** What a record of several resources is called: "Laboratory results: Well child visit". */
export function recordTitle({
  category,
  resources,
  encounter,
}: {
  category: Category;
  resources: readonly Resource[];
  encounter?: Resource | undefined;
}): string {
  const visit = encounter === undefined ? undefined : visitName({ encounter, category });
  const name = visit ?? commonName(resources);
  if (name === undefined) return labels[category];
  return shortTitle(category === "encounters" ? name : `${labels[category]}: ${name}`);
}

const labels: Record<Category, string> = {
  summary: "Summary",
  encounters: "Visits and notes",
  labs: "Laboratory results",
  imaging: "Imaging",
  medications: "Medicines",
  immunizations: "Vaccinations",
  vitals: "Vital signs",
  "mental-health": "Mental health",
  "sexual-health": "Sexual and reproductive health",
  genomics: "Genetics",
  administrative: "Administrative papers",
};

/**
 * A title is read by everybody who may read its category: the reason of a visit stands only where the visit itself
 * stands, and of a sensitive visit not even the kind is told elsewhere.
 */
function visitName({ encounter, category }: { encounter: Resource; category: Category }): string | undefined {
  const isOwnCategory = categoryOf(encounter) === category;
  if (!isOwnCategory && sensitivityOf(encounter) !== undefined) return undefined;
  const { type, serviceType, class: kind, reasonCode } = encounter;
  const names = [...listOf(type), ...listOf(serviceType)].map(conceptName);
  const name = names.find((candidate) => candidate !== undefined) ?? kindName(kind) ?? "Visit";
  const reason = listOf(reasonCode)
    .map(conceptName)
    .find((candidate) => candidate !== undefined);
  return isOwnCategory && reason !== undefined && reason !== name ? `${name}: ${reason}` : name;
}

/** HL7's codes for kinds of encounters (v3-ActCode), which come without a name more often than with one. */
const kindNames: Record<string, string> = {
  AMB: "Outpatient visit",
  EMER: "Emergency visit",
  IMP: "Hospital stay",
  ACUTE: "Hospital stay",
  NONAC: "Hospital stay",
  OBSENC: "Hospital stay for observation",
  SS: "Short hospital stay",
  PRENC: "Visit before admission",
  HH: "Home visit",
  FLD: "Visit outside the clinic",
  VR: "Virtual visit",
};

function kindName(kind: unknown): string | undefined {
  const code = isJsonObject(kind) ? kind["code"] : undefined;
  return (
    (typeof code === "string" && Object.hasOwn(kindNames, code) ? kindNames[code] : undefined) ?? conceptName(kind)
  );
}

/** The name of all of them, should they have the same. */
function commonName(resources: readonly Resource[]): string | undefined {
  const names = new Set(resources.map(resourceName));
  return names.size === 1 ? [...names][0] : undefined;
}

function resourceName({ title, code, vaccineCode, medicationCodeableConcept, type }: Resource) {
  if (typeof title === "string" && shortTitle(title) !== "") return shortTitle(title);
  const concepts = [code, vaccineCode, medicationCodeableConcept, type].flatMap(listOf);
  return concepts.map(conceptName).find((name) => name !== undefined);
}
