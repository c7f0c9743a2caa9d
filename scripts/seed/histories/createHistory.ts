import type { Resource } from "#core/records/BundleEntry.ts";
import type { History, Subject } from "./History.ts";
import { type Random, createRandom } from "./createRandom.ts";
import { register } from "./register.ts";
import { type StoryName, stories } from "./stories.ts";

export type CreateHistoryParameters = {
  person: Subject;
  story: StoryName;
  /** The same seed tells the same history, to the byte. */
  seed: number;
  /** A day as `2026-11-21`; stories end shortly before it. */
  today: string;
};

export type HistoryBundle = {
  resourceType: "Bundle";
  type: "collection";
  entry: { fullUrl: string; resource: Resource }[];
};

/**
 * A small history such as a clinic would hand over: a FHIR R4 Bundle, its entries by date. Everything in it is made up and
 * labelled as test data.
 */
export function createHistory({ person, story, seed, today }: CreateHistoryParameters): HistoryBundle {
  const random = createRandom(seed);
  const history: History = {
    person,
    patient: { reference: "" },
    today: new Date(`${today}T12:00:00Z`),
    random,
    body: adultBody(person, random),
    staff: new Map(),
    entries: [],
  };
  register(history);
  for (const chapter of stories[story]) chapter(history);
  const inOrder = history.entries.toSorted((a, b) => compareText(a.at, b.at));
  return {
    resourceType: "Bundle",
    type: "collection",
    entry: inOrder.map(({ fullUrl, resource }) => ({ fullUrl, resource })),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function adultBody({ sex }: Subject, random: Random): History["body"] {
  const height = sex === "female" ? random.between(158, 172) : random.between(170, 186);
  return { height, weight: random.between(20.5, 24.5) * (height / 100) ** 2 };
}
