import type { Resource } from "./BundleEntry.ts";
import { instantOf } from "./instantOf.ts";
import { isJsonObject } from "./isJsonObject.ts";

/** When what is in a record happened: the beginning of its visit, else the newest date in it. */
export function recordIssued({
  resources,
  encounter,
}: {
  resources: readonly Resource[];
  encounter?: Resource | undefined;
}): string | undefined {
  const period = encounter?.["period"];
  const begun = isJsonObject(period) ? (instantOf(period["start"]) ?? instantOf(period["end"])) : undefined;
  if (begun !== undefined) return begun;
  let newest: string | undefined;
  for (const resource of resources) {
    const date = dateOf(resource);
    if (date !== undefined && (newest === undefined || date > newest)) newest = date;
  }
  return newest;
}

/** Where R4 resources say when they happened or were written, in the order of trust. Ends and expiries are none. */
const members = [
  ..."effectiveDateTime effectiveInstant effectivePeriod performedDateTime performedPeriod".split(" "),
  ..."occurrenceDateTime occurrencePeriod started recordedDate recorded issued authoredOn authored".split(" "),
  ..."date dateTime created sent whenHandedOver dateAsserted period start startDate statusDate".split(" "),
  ..."onsetDateTime timestamp indexed".split(" "),
];

function dateOf(resource: Resource): string | undefined {
  for (const member of members) {
    const value = resource[member];
    const date = instantOf(isJsonObject(value) ? value["start"] : value);
    if (date !== undefined) return date;
  }
  const { meta } = resource;
  return isJsonObject(meta) ? instantOf(meta["lastUpdated"]) : undefined;
}
