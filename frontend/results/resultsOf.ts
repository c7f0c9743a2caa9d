import { isResource } from "#core/records/isResource.ts";
import { listOf } from "#core/records/listOf.ts";
import { formatCode } from "../fhir/format/formatCode.ts";
import { isMistaken } from "../fhir/measure/isMistaken.ts";
import { standingOf } from "../fhir/measure/standingOf.ts";
import { member } from "../fhir/member.ts";
import { readEntries } from "../fhir/readEntries.ts";
import { textMember } from "../fhir/textMember.ts";
import { measurementsOf } from "../fhir/trend/measurementsOf.ts";
import { readFhir } from "../viewer/readFhir.ts";
import { fhirWords } from "../words/fhirWords.ts";
import type { Result, ResultKind } from "./Result.ts";

/** A device that measures each second for a day is not what a timeline tells of. */
const mostResults = 10_000;

/** What was measured and found in a record of FHIR, in reports too that hold their results themselves. */
export function resultsOf(content: Uint8Array): Result[] {
  return readEntries(readFhir(content))
    .entries.flatMap(({ resource }) => [resource as unknown].concat(listOf(resource["contained"])))
    .filter((resource) => isResource(resource) && resource.resourceType === "Observation" && !isMistaken(resource))
    .slice(0, mostResults)
    .map(resultOf);
}

function resultOf(observation: unknown): Result {
  return {
    name: formatCode(member(observation, "code")) ?? fhirWords.unnamed,
    kind: kindOf(observation),
    standing: standingOf(observation),
    measurements: measurementsOf(observation),
  };
}

const kinds = new Map<string | undefined, ResultKind>([
  ["vital-signs", "vitals"],
  ["laboratory", "laboratory"],
]);

function kindOf(observation: unknown): ResultKind {
  const codings = listOf(member(observation, "category")).flatMap((category) => listOf(member(category, "coding")));
  const codes = codings.map((coding) => textMember(coding, "code"));
  return kinds.get(codes.find((code) => kinds.has(code))) ?? "other";
}
