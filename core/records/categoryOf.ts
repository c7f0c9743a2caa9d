import type { Resource } from "./BundleEntry.ts";
import type { Category } from "./categories.ts";
import { categoryByCode, categoryByWord } from "./categoryTables/categoryByCode.ts";
import { codesByCategory } from "./categoryTables/codesByCategory.ts";
import { categoryOfUnknownTypes, typesByCategory } from "./categoryTables/typesByCategory.ts";
import { isJsonObject } from "./isJsonObject.ts";
import { listOf } from "./listOf.ts";
import { sensitivityOf } from "./sensitivityOf.ts";

/**
 * The category that a resource is put under: a sensitive one for what it tells, else by its own codes, else by its
 * type. The author of a record may still choose another.
 */
export function categoryOf(resource: Resource): Category {
  return sensitivityOf(resource) ?? categoryOfKind(firstInside(resource));
}

/** A document is of the kind of its Composition, any other Bundle of the kind of the first thing in it. */
function firstInside(resource: Resource): Resource {
  let first = resource;
  while (first.resourceType === "Bundle") {
    const entry = listOf(first["entry"])[0];
    const inside = isJsonObject(entry) ? entry["resource"] : undefined;
    if (!isResource(inside)) break;
    first = inside;
  }
  return first;
}

function isResource(value: unknown): value is Resource {
  return isJsonObject(value) && typeof value["resourceType"] === "string";
}

function categoryOfKind(resource: Resource): Category {
  if (resource.resourceType === "Observation" && resource["category"] === undefined && "specimen" in resource) {
    return "labs";
  }
  const byCode = categoryByCodeOfType.get(resource.resourceType);
  if (byCode !== undefined) {
    for (const code of ownCodes(resource)) {
      const category = byCode.get(code);
      if (category !== undefined) return category;
    }
  }
  return categoryByType.get(resource.resourceType) ?? categoryOfUnknownTypes;
}

/** The codes that say what a resource is, the most telling first: some write a bare code where a concept belongs. */
function* ownCodes(resource: Resource): Generator<string> {
  for (const concept of ["category", "type", "code"].flatMap((member) => listOf(resource[member]))) {
    if (typeof concept === "string") yield concept;
    if (!isJsonObject(concept)) continue;
    for (const coding of listOf(concept["coding"])) {
      if (isJsonObject(coding) && typeof coding["code"] === "string") yield coding["code"];
    }
  }
}

const categoryByType = categoryByWord(typesByCategory);

const categoryByCodeOfType = new Map(
  Object.entries(codesByCategory).map(([type, table]) => [type, categoryByCode(table)]),
);
