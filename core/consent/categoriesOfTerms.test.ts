import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { categories } from "../records/categories.ts";
import { categoriesOfTerms } from "./categoriesOfTerms.ts";
import { ConsentError } from "./ConsentError.ts";

const numRuns = fuzzRuns(10_000);
const codingOf = (code: unknown) => ({ system: "urn:ownchart:category", code });
const nested = (depth: number): unknown =>
  depth === 0 ? { class: [codingOf("labs")] } : { provision: [nested(depth - 1)] };

describe("categoriesOfTerms", () => {
  it("finds every category in the provision and in those nested in it, once and in order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...categories), { minLength: 1 }), fc.nat(4), (codes, cut) => {
        const provision = {
          class: codes.slice(cut).map(codingOf),
          provision: [{ class: codes.slice(0, cut).map(codingOf) }, {}],
        };
        expect(categoriesOfTerms({ provision })).toEqual(categories.filter((category) => codes.includes(category)));
      }),
    );
  });

  it("passes over codings of other systems", () => {
    const other = { system: "http://hl7.org/fhir/resource-types", code: "Observation" };
    expect(categoriesOfTerms({ provision: { class: [other, codingOf("vitals")] } })).toEqual(["vitals"]);
  });

  it("follows provisions as deep as any consent goes", () => {
    expect(categoriesOfTerms({ provision: nested(7) })).toEqual(["labs"]);
  });

  it("takes time in proportion to a very long list", () => {
    const provision = { class: Array.from({ length: 200_000 }, () => codingOf("labs")) };
    expect(categoriesOfTerms({ provision })).toEqual(["labs"]);
  });

  it.each<[string, string, unknown]>([
    ["nothing", "TermsUnreadable", undefined],
    ["terms without a provision", "TermsUnreadable", {}],
    ["a class that is no list", "TermsUnreadable", { provision: { class: codingOf("labs") } }],
    ["a coding that is no object", "TermsUnreadable", { provision: { class: ["labs"] } }],
    ["a nested provision that is no object", "TermsUnreadable", { provision: { provision: [null] } }],
    ["nesting without end", "TermsUnreadable", { provision: nested(8) }],
    ["no category", "TermsWithoutCategory", { provision: { class: [] } }],
    ["an unknown category", "TermsCategoryUnknown", { provision: { class: [codingOf("labs"), codingOf("dreams")] } }],
    ["a category by number", "TermsCategoryUnknown", { provision: { class: [codingOf(2)] } }],
    ["a category without a code", "TermsCategoryUnknown", { provision: { class: [codingOf(undefined)] } }],
  ])("refuses %s", (_, name, terms) => {
    expect(() => categoriesOfTerms(terms)).toThrow(expect.objectContaining({ name }));
    expect(() => categoriesOfTerms(terms)).toThrow(ConsentError);
  });

  it("lets nothing but its own errors out, whatever comes in", () => {
    const anything = fc.anything({ withNullPrototype: true, withSparseArray: true });
    const terms = fc.oneof(
      anything,
      fc.record({ provision: anything }),
      fc.record({ provision: fc.record({ class: fc.array(anything), provision: anything }) }),
      fc.record({ provision: fc.record({ class: fc.array(anything.map(codingOf)) }) }),
    );
    fc.assert(
      fc.property(terms, (value) => {
        expect(() => categoriesOfTerms(value)).toThrow(ConsentError);
      }),
      { numRuns },
    );
  });
});
