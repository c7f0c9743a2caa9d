import type { Resource } from "./BundleEntry.ts";
import { isJsonObject } from "./isJsonObject.ts";

/** Whether a value says which FHIR type it is of; the types of later versions count too. */
export function isResource(value: unknown): value is Resource {
  if (!isJsonObject(value)) return false;
  const type = value["resourceType"];
  return typeof type === "string" && /^[A-Z][A-Za-z\d]{0,63}$/.test(type);
}
