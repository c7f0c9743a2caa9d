import { parseHistory } from "#core/records/parseHistory.ts";
import { RecordError } from "#core/records/RecordError.ts";

/** A record's text as FHIR, with its numbers as they were written; several in one file as one collection. */
export function readFhir(bytes: Uint8Array): object | undefined {
  try {
    const resources = parseHistory(bytes).map(({ resource }) => resource);
    if (resources.length === 1) return resources[0];
    return { resourceType: "Bundle", type: "collection", entry: resources.map((resource) => ({ resource })) };
  } catch (error) {
    if (error instanceof RecordError) return undefined;
    throw error;
  }
}
