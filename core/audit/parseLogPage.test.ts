import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleLogs } from "#test/support/audit/sampleLogs.ts";
import { parseLogPage } from "./parseLogPage.ts";

const page = { ...sampleLogs([1, 2, "anchor", 1]).logOf(1), more: false };
const refused = expect.objectContaining({ name: "LogBroken" }) as Error;

describe("parseLogPage", () => {
  it("takes a log as it is, and nothing that it does not know", () => {
    expect(parseLogPage({ ...page, other: 1 })).toEqual(page);
    expect(parseLogPage({ subject: page.subject, salt: null, entries: [], anchors: [], more: true }).salt).toBeNull();
  });

  it("takes a log that does not say whether it goes on for a whole one", () => {
    const { more, ...whole } = page;
    expect(parseLogPage(whole)).toEqual({ ...whole, more });
  });

  it.each([
    ["nothing", undefined],
    ["a list", [page]],
    ["a log without a part", { ...page, anchors: undefined }],
    ["an address that is none", { ...page, subject: "0x12" }],
    ["hex in capitals, of which there would be two spellings", { ...page, salt: `0x${"AB".repeat(32)}` }],
    ["a count that is no whole number", { ...page, entries: [{ ...page.entries[0], count: 1.5 }] }],
    ["a time beyond what a number holds", { ...page, entries: [{ ...page.entries[0], at: 2 ** 60 }] }],
    ["a proof that is too long", { ...page, anchors: [{ ...page.anchors[0], siblings: Array(32).fill(null) }] }],
  ])("refuses %s", (_, value) => {
    expect(() => parseLogPage(value)).toThrow(refused);
  });

  it("refuses by name whatever else comes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => parseLogPage(value)).toThrow(refused);
      }),
    );
  });
});
