import fc from "fast-check";
import type { Address, Hex } from "viem";
import { describe, expect, it } from "vitest";
import { type Category, categories } from "../records/categories.ts";
import { canonicalJson } from "./canonicalJson.ts";
import { type CreateTermsParameters, createTerms } from "./createTerms.ts";
import { parseTerms } from "./parseTerms.ts";
import { plainName } from "./plainName.ts";
import { type Purpose, purposes } from "./purposes.ts";

const usual = {
  chainId: 31_337,
  subject: "0xa1b397875434dbd426180a3e906d6edeeaa1e27a",
  grantee: "0x57d9cf97a5669a1105bb845235967167faccd3d1",
  granteeName: "Dr. Mira Okafor",
  read: ["labs"],
  contribute: [],
  purpose: "treatment",
  from: Date.UTC(2026, 10, 21) / 1000,
  until: Date.UTC(2027, 4, 22) / 1000,
  history: "all",
  issued: Date.UTC(2026, 10, 21) / 1000,
  salt: "0x000102030405060708090a0b0c0d0e0f",
} satisfies CreateTermsParameters;

const lastSecond = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;
const time = fc.integer({ min: 0, max: lastSecond - 1 });
const address = fc.bigInt({ min: 1n, max: 2n ** 160n - 1n }).map(hexOf(20)) as fc.Arbitrary<Address>;
const chosen = fc.uniqueArray(fc.constantFrom(...categories));

const anyParameters: fc.Arbitrary<CreateTermsParameters & { salt: Hex }> = fc
  .record({
    chainId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    people: fc.uniqueArray(address, { minLength: 2, maxLength: 2 }),
    name: fc.option(fc.string({ unit: "binary" }), { nil: undefined }),
    read: chosen,
    contribute: chosen,
    purpose: fc.constantFrom(...(Object.keys(purposes) as Purpose[])),
    from: time,
    days: fc.integer({ min: 1, max: 10_000_000 }),
    since: fc.option(time, { nil: undefined }),
    issued: time,
    salt: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map(hexOf(16)),
  })
  .filter(({ read, contribute }) => read.length + contribute.length > 0)
  .map(({ people, name, days, since, ...rest }) => {
    const until = Math.min(rest.from + days, lastSecond);
    const history = since === undefined || since >= until ? ("all" as const) : { since };
    const [subject, grantee] = people as [Address, Address];
    return Object.assign(rest, { subject, grantee, until, history }, name === undefined ? {} : { granteeName: name });
  });

describe("createTerms", () => {
  it("makes a consent that parseTerms reads as what was asked for, through JSON and back", () => {
    fc.assert(
      fc.property(anyParameters, (parameters) => {
        const { granteeName = "", ...rest } = parameters;
        const name = plainName(granteeName);
        expect(parseTerms(JSON.parse(canonicalJson(createTerms(parameters))))).toEqual({
          ...rest,
          read: sorted(rest.read),
          contribute: sorted(rest.contribute),
          ...(name !== "" && { granteeName: name }),
        });
      }),
    );
  });

  it("writes times as whole seconds in UTC", () => {
    const history = { since: Date.UTC(2026, 0, 2, 3, 4, 5) / 1000 };
    const { dateTime, provision } = createTerms({ ...usual, history });
    expect(dateTime).toBe("2026-11-21T00:00:00Z");
    expect(provision.period).toEqual({ start: "2026-11-21T00:00:00Z", end: "2027-05-22T00:00:00Z" });
    expect(provision.dataPeriod).toEqual({ start: "2026-01-02T03:04:05Z" });
  });

  it("says what it means in words, for whoever opens the document elsewhere", () => {
    expect(createTerms(usual).policyRule.text).toBe(
      "Dr. Mira Okafor may read your laboratory results until 21 May 2027. This includes everything from before. " +
        "It is for your treatment. You can end this at any time; what was already opened cannot be unseen.",
    );
  });

  it.each<[string, Category[], Category[], string[], string[], string[]]>([
    ["reading alone", ["vitals", "labs"], [], ["access"], ["labs", "vitals"], []],
    ["adding alone", [], ["labs"], ["collect"], ["labs"], []],
    ["reading and adding the same", ["labs"], ["labs"], ["access", "collect"], ["labs"], []],
    [
      "reading one, adding another",
      ["labs"],
      ["vitals"],
      ["access", "collect"],
      ["labs", "vitals"],
      ["access vitals", "collect labs"],
    ],
    [
      "adding to a part of what is read",
      ["labs", "vitals"],
      ["labs"],
      ["access", "collect"],
      ["labs", "vitals"],
      ["collect vitals"],
    ],
  ])("permits %s by one rule and denies the difference by exceptions to it", (_, read, contribute, ...expected) => {
    const {
      action = [],
      class: codings,
      provision: exceptions = [],
    } = createTerms({ ...usual, read, contribute }).provision;
    expect([
      actionsOf(action),
      codesOf(codings),
      exceptions.map((exception) => `${actionsOf(exception.action).join()} ${codesOf(exception.class).join()}`),
    ]).toEqual(expected);
  });

  it("draws a new salt each time", () => {
    const { salt: _, ...unsalted } = usual;
    const salts = Array.from({ length: 20 }, () => parseTerms(createTerms(unsalted)).salt);
    expect(new Set(salts).size).toBe(20);
    expect(salts[0]).toMatch(/^0x[0-9a-f]{32}$/);
  });

  it.each<[string, string, object]>([
    ["nothing to read or add", "TermsWithoutCategory", { read: [] }],
    ["an unknown part of the chart", "TermsCategoryUnknown", { read: ["labs", "dreams"] }],
    ["an unknown part to add to", "TermsCategoryUnknown", { contribute: ["constructor"] }],
    ["an unknown purpose", "TermsPurposeUnknown", { purpose: "marketing" }],
    ["a purpose that every object has", "TermsPurposeUnknown", { purpose: "toString" }],
    ["a short address", "TermsAddressInvalid", { grantee: "0x57d9" }],
    [
      "an address with a wrong checksum",
      "TermsAddressInvalid",
      { grantee: "0x57D9cf97a5669a1105bb845235967167faccd3d1" },
    ],
    ["nobody's address", "TermsAddressInvalid", { subject: `0x${"0".repeat(40)}` }],
    ["oneself", "TermsGranteeIsSubject", { grantee: usual.subject }],
    ["chain zero", "TermsChainInvalid", { chainId: 0 }],
    ["a chain beyond what JSON holds exactly", "TermsChainInvalid", { chainId: 2 ** 53 }],
    ["an end before the beginning", "TermsWindowEmpty", { until: usual.from - 1 }],
    ["an end at the beginning", "TermsWindowEmpty", { until: usual.from }],
    ["an end at the beginning, with a history", "TermsWindowEmpty", { until: usual.from, history: { since: 0 } }],
    ["a history that begins at the end", "TermsWindowEmpty", { history: { since: usual.until } }],
    ["half a second", "TermsTimeInvalid", { from: usual.from + 0.5 }],
    ["no time at all", "TermsTimeInvalid", { until: Number.NaN }],
    ["a time before 1970", "TermsTimeInvalid", { issued: -1 }],
    ["a history since before 1970", "TermsTimeInvalid", { history: { since: -1 } }],
    ["the year 10,000", "TermsTimeInvalid", { until: lastSecond + 1 }],
    ["a short salt", "TermsSaltInvalid", { salt: "0x00" }],
    ["a salt in upper case", "TermsSaltInvalid", { salt: `0x${"AB".repeat(16)}` }],
  ])("refuses %s", (_, name, changed) => {
    const parameters = { ...usual, ...changed } as CreateTermsParameters;
    expect(() => createTerms(parameters)).toThrow(expect.objectContaining({ name }));
  });
});

function codesOf(codings: { code: string }[]): string[] {
  return codings.map(({ code }) => code);
}

function actionsOf(concepts: { coding: { code: string }[] }[]): string[] {
  return concepts.flatMap(({ coding }) => codesOf(coding));
}

function hexOf(bytes: number): (value: bigint) => Hex {
  return (value) => `0x${value.toString(16).padStart(bytes * 2, "0")}`;
}

function sorted(chosenOnes: Category[]): Category[] {
  return categories.filter((category) => chosenOnes.includes(category));
}
