import { collectionText } from "#core/records/collectionText.ts";
import { readEntries } from "../fhir/readEntries.ts";
import { readFhir } from "../viewer/readFhir.ts";
import { glanceKinds } from "./glanceKinds.ts";

/** Medicines are named by these where many share one. */
const named = "Medication";

/** More than this of one record is no summary. */
const mostEntries = 500;

/** Of a record of FHIR what a summary tells of, as FHIR; undefined where there is nothing of the kind. */
export function glanceText(content: Uint8Array): string | undefined {
  const { entries } = readEntries(readFhir(content));
  const told = entries.filter(({ resource }) => glanceKinds.has(resource.resourceType)).slice(0, mostEntries);
  if (told.length === 0) return undefined;
  const names = entries.filter(({ resource }) => resource.resourceType === named).slice(0, mostEntries);
  return collectionText([...told, ...names]);
}
