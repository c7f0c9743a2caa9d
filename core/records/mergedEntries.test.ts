import { expect, test } from "vitest";
import { mergedEntries } from "./mergedEntries.ts";

const entry = (id: string, value = 1) => ({ resource: { resourceType: "Observation", id, value } });
const bundle = (...entries: object[]) => ({ resourceType: "Bundle", entry: entries });

test("Of each content it is known where its entries stand, though what is equal stands there once", () => {
  const nameless = { resource: { resourceType: "Goal" } };
  const turned = { resource: { value: 1, id: "a", resourceType: "Observation" } };
  const { entries, places } = mergedEntries([
    bundle(entry("a"), nameless, entry("b")),
    bundle(entry("b", 2), turned),
    bundle(nameless, entry("b"), entry("b", 2), entry("a")),
    bundle(),
  ]);
  expect(entries).toEqual([entry("a"), nameless, entry("b"), entry("b", 2), nameless]);
  expect(places).toEqual([[0, 1, 2], [3, 0], [4, 2, 3, 0], []]);
});
