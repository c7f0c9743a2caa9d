import type { Resource } from "./BundleEntry.ts";
import { type SensitiveCategory, sensitiveCategories } from "./categoryTables/SensitiveCategory.ts";
import { categoryByCode, categoryByWord } from "./categoryTables/categoryByCode.ts";
import { type CodeRange, icd9Ranges, icd10Ranges } from "./categoryTables/icdRanges.ts";
import { securityLabels } from "./categoryTables/securityLabels.ts";
import { sensitiveLoinc } from "./categoryTables/sensitiveLoinc.ts";
import { sensitiveAtcGroups, sensitiveMedicineWords } from "./categoryTables/sensitiveMedicines.ts";
import { sensitiveSections } from "./categoryTables/sensitiveSections.ts";
import { sensitiveSnomed } from "./categoryTables/sensitiveSnomed.ts";
import { typesWithoutSensitiveCodes } from "./categoryTables/typesByCategory.ts";
import { type JsonObject, isJsonObject } from "./isJsonObject.ts";
import { listOf } from "./listOf.ts";

/**
 * The sensitive category of a resource, undefined for most. It looks everywhere inside, since a claim tells of a
 * diagnosis as well as the diagnosis does. Labels go first: whoever set one knew more than any table.
 */
export function sensitivityOf(resource: Resource): SensitiveCategory | undefined {
  const labels = new Set<SensitiveCategory>();
  const codes = new Set<SensitiveCategory>();
  for (const { value, isAboutMedicines, hasSensitiveCodes } of partsOf(resource)) {
    for (const category of labelsOf(value)) labels.add(category);
    if (!hasSensitiveCodes) continue;
    const category = ofCoding(value) ?? (isAboutMedicines || isRxNorm(value["system"]) ? ofWords(value) : undefined);
    if (category !== undefined) codes.add(category);
  }
  return [labels, codes].map(mostSensitive).find((category) => category !== undefined);
}

function mostSensitive(found: ReadonlySet<SensitiveCategory>): SensitiveCategory | undefined {
  return sensitiveCategories.find((category) => found.has(category));
}

type Part = { value: JsonObject; isAboutMedicines: boolean; hasSensitiveCodes: boolean };

/** Every object and list inside a resource. A pile instead of recursion: how deep it goes is up to strangers. */
function* partsOf(resource: Resource): Generator<Part> {
  const pile = [partOf(resource)];
  for (let part = pile.pop(); part !== undefined; part = pile.pop()) {
    yield part;
    for (const inner of Object.values(part.value)) {
      if (typeof inner === "object" && inner !== null) pile.push(partOf(inner as JsonObject, part));
    }
  }
}

/** What holds for a resource holds for all that is in it, down to the next resource. */
function partOf(value: JsonObject, around?: Part): Part {
  const type = value["resourceType"];
  if (typeof type !== "string") return { isAboutMedicines: false, hasSensitiveCodes: true, ...around, value };
  return {
    value,
    isAboutMedicines: type.startsWith("Medication"),
    hasSensitiveCodes: !typesWithoutSensitiveCodes.has(type),
  };
}

function* labelsOf({ meta }: JsonObject): Generator<SensitiveCategory> {
  if (!isJsonObject(meta)) return;
  for (const label of listOf(meta["security"])) {
    if (!isJsonObject(label) || typeof label["code"] !== "string") continue;
    const category = labelCodes.get(label["code"]);
    if (category !== undefined && isActCode(label["system"])) yield category;
  }
}

function ofCoding({ system, code }: JsonObject): SensitiveCategory | undefined {
  if (typeof system !== "string" || typeof code !== "string") return undefined;
  return codeSystems.find(({ is, isNot }) => is.test(system) && !isNot?.test(system))?.categoryOf(code.trim());
}

function ofWords({ display, text }: JsonObject): SensitiveCategory | undefined {
  for (const name of [display, text]) {
    if (typeof name !== "string") continue;
    for (const [word] of name.toLowerCase().matchAll(/[a-z]+/g)) {
      const category = medicineWords.get(word);
      if (category !== undefined) return category;
    }
  }
  return undefined;
}

type Table = Partial<Record<SensitiveCategory, Record<string, string>>>;
type CodeSystem = { is: RegExp; isNot?: RegExp; categoryOf: (code: string) => SensitiveCategory | undefined };

/** By the addresses that charts give to code systems, and their OIDs; many countries have editions of their own. */
const codeSystems: CodeSystem[] = [
  { is: /snomed\.info\/sct|113883\.6\.96$/, categoryOf: oneOf(sensitiveSnomed) },
  { is: /loinc\.org|113883\.6\.1$/, categoryOf: oneOf(sensitiveLoinc) },
  { is: /icd-?10|113883\.6\.(3|90)$/i, isNot: /pcs|proc/i, categoryOf: inRanges(icd10Ranges) },
  { is: /icd-?9|113883\.6\.103$/i, isNot: /proc/i, categoryOf: inRanges(icd9Ranges) },
  { is: /v2-0074$/, categoryOf: oneOf(sensitiveSections) },
  { is: /[/.]atc\b|113883\.6\.73$/i, categoryOf: beginningWith(sensitiveAtcGroups) },
];

const labelCodes = categoryByCode(securityLabels);
const medicineWords = categoryByWord(sensitiveMedicineWords);

function oneOf(table: Table): CodeSystem["categoryOf"] {
  const byCode = categoryByCode(table);
  return (code) => byCode.get(code);
}

function beginningWith(table: Table): CodeSystem["categoryOf"] {
  const groups = [...categoryByCode(table)];
  return (code) => groups.find(([group]) => code.toUpperCase().startsWith(group))?.[1];
}

function inRanges(table: Record<SensitiveCategory, readonly CodeRange[]>): CodeSystem["categoryOf"] {
  return (written) => {
    const code = written.toUpperCase().replace(".", "");
    return sensitiveCategories.find((category) =>
      table[category].some(([from, to]) => {
        const head = code.slice(0, from.length);
        return from <= head && head <= to;
      }),
    );
  };
}

function isActCode(system: unknown): boolean {
  return system === undefined || (typeof system === "string" && /ActCode$|113883\.5\.4$/.test(system));
}

function isRxNorm(system: unknown): boolean {
  return typeof system === "string" && /rxnorm/i.test(system);
}
