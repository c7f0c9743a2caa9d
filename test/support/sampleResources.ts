import type { BundleEntry } from "#core/records/BundleEntry.ts";
import { createHistory } from "../../scripts/seed/histories/createHistory.ts";
import { people } from "../../scripts/seed/people.ts";

/** What a newcomer sees first: the sample patients' histories, as they are on one day. */
export function sampleResources(): { name: string; entries: BundleEntry[] }[] {
  return people.patients.map((person, seed) => ({
    name: person.name,
    entries: createHistory({ person, story: person.story, seed, today: "2026-11-21" }).entry,
  }));
}
