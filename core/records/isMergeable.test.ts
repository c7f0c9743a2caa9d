import { expect, it } from "vitest";
import { isMergeable } from "./isMergeable.ts";

const entry = [{ resource: { resourceType: "Patient" } }];

it.each([
  ["a collection", { resourceType: "Bundle", type: "collection", entry }, true],
  ["a document", { resourceType: "Bundle", type: "document", entry }, false],
  ["a signed Bundle", { resourceType: "Bundle", type: "collection", signature: { data: "" }, entry }, false],
  ["an empty Bundle", { resourceType: "Bundle", type: "collection" }, false],
  ["a resource alone", { resourceType: "Patient" }, false],
  ["an entry without a type", { resourceType: "Bundle", type: "collection", entry: [{ resource: {} }] }, false],
  ["a list", [], false],
])("%s: %o is %s", (_, value, expected) => {
  expect(isMergeable(new TextEncoder().encode(JSON.stringify(value)))).toBe(expected);
});

it("is false for what is damaged", () => {
  expect(isMergeable(Uint8Array.of(0xff, 0xfe))).toBe(false);
});
