import { isJsonObject } from "#core/records/isJsonObject.ts";

/** A member that FHIR says is a string, undefined where it is empty or something else. */
export function textMember(holder: unknown, member: string): string | undefined {
  if (!isJsonObject(holder)) return undefined;
  const value = holder[member];
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
