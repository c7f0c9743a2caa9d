import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { ConsentError } from "./ConsentError.ts";
import { createTerms } from "./createTerms.ts";
import { parseTerms } from "./parseTerms.ts";

const numRuns = fuzzRuns(10_000);
const patient = "did:pkh:eip155:1:0xa1b397875434dbd426180a3e906d6edeeaa1e27a";
const doctor = "did:pkh:eip155:1:0x57d9cf97a5669a1105bb845235967167faccd3d1";
const urn = "urn:ietf:rfc:3986";
const salt = { url: "urn:ownchart:salt", valueString: "0x000102030405060708090a0b0c0d0e0f" };
const labs = { system: "urn:ownchart:category", code: "labs" };
const vitals = { ...labs, code: "vitals" };

const consentaction = (code: string) => ({
  coding: [{ system: "http://terminology.hl7.org/CodeSystem/consentaction", code }],
});

/** A consent as somebody else may write it: without actions and purpose, dates without times, a role in words. */
const simple = {
  resourceType: "Consent",
  extension: [salt],
  status: "active",
  scope: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "patient-privacy" }] },
  category: [{ coding: [{ system: "http://loinc.org", code: "59284-0" }] }],
  patient: { identifier: { system: urn, value: patient } },
  dateTime: "2026-11-21T09:30:00Z",
  policyRule: { text: "The doctor may read." },
  provision: {
    type: "permit",
    period: { start: "2026-11-21", end: "2027-05-21" },
    actor: [{ role: { text: "reader" }, reference: { identifier: { system: urn, value: doctor } } }],
    class: [labs],
  },
};

type Members = Record<string, unknown>;
const changed = (members: Members) => ({ ...simple, ...members });
const ruling = (members: Members) => changed({ provision: { ...simple.provision, ...members } });
const actor = (reference: Members) => ruling({ actor: [{ role: {}, reference }] });

describe("parseTerms", () => {
  it("reads the simplest consent: reading, from the first date's beginning to the last date's end", () => {
    expect(parseTerms(simple)).toEqual({
      chainId: 1,
      subject: "0xa1b397875434dbd426180a3e906d6edeeaa1e27a",
      grantee: "0x57d9cf97a5669a1105bb845235967167faccd3d1",
      read: ["labs"],
      contribute: [],
      from: Date.UTC(2026, 10, 21) / 1000,
      until: Date.UTC(2027, 4, 22) / 1000,
      history: "all",
      issued: Date.UTC(2026, 10, 21, 9, 30) / 1000,
      salt: salt.valueString,
    });
  });

  it("passes over members that carry no rule", () => {
    const language = "en";
    const meta = { profile: ["https://example.org/consent"] };
    const extension = [{ url: "https://example.org/extension", valueBoolean: true }, salt];
    expect(parseTerms(changed({ language, meta, extension }))).toEqual(parseTerms(simple));
  });

  it("takes from a name what would disturb the sentence around it", () => {
    const display = "Dr.\n \u202eMira\u0000 Okafor";
    const terms = parseTerms(actor({ identifier: { system: urn, value: doctor }, display }));
    expect(terms.granteeName).toBe("Dr. Mira Okafor");
  });

  it.each<[string, string, unknown]>([
    ["nothing", "TermsUnreadable", undefined],
    ["a text", "TermsUnreadable", JSON.stringify(simple)],
    ["a list", "TermsUnreadable", [simple]],
    ["another resource", "TermsUnreadable", changed({ resourceType: "Patient" })],
    ["a draft", "TermsUnreadable", changed({ status: "draft" })],
    ["a consent to research", "TermsUnreadable", changed({ scope: consentaction("research") })],
    ["a directive about something else", "TermsUnreadable", changed({ category: [consentaction("access")] })],
    ["a modifier that it does not know", "TermsUnreadable", changed({ modifierExtension: [{ url: "urn:not" }] })],
    ["a consent without words", "TermsUnreadable", changed({ policyRule: undefined })],
    ["a denial", "TermsUnreadable", ruling({ type: "deny" })],
    ["a rule that it would have to ignore", "TermsUnreadable", ruling({ securityLabel: [] })],
    ["two grantees", "TermsUnreadable", ruling({ actor: [...simple.provision.actor, ...simple.provision.actor] })],
    ["no grantee", "TermsUnreadable", ruling({ actor: [] })],
    ["two purposes", "TermsUnreadable", ruling({ purpose: [labs, labs] })],
    ["an unknown action", "TermsUnreadable", ruling({ action: [consentaction("disclose")] })],
    [
      "an unknown action in an exception",
      "TermsUnreadable",
      ruling({ provision: [{ type: "deny", action: [consentaction("use")], class: [] }] }),
    ],
    [
      "a permission within a permission",
      "TermsUnreadable",
      ruling({ provision: [{ type: "permit", action: [consentaction("access")], class: [labs] }] }),
    ],
    [
      "an exception within an exception",
      "TermsUnreadable",
      ruling({ provision: [{ type: "deny", action: [], class: [], provision: [] }] }),
    ],
    [
      "an exception to what is not permitted",
      "TermsUnreadable",
      ruling({ provision: [{ type: "deny", action: [consentaction("access")], class: [vitals] }] }),
    ],
    [
      "a part that is given and wholly taken back",
      "TermsUnreadable",
      ruling({
        class: [labs, vitals],
        provision: [{ type: "deny", action: [consentaction("access")], class: [vitals] }],
      }),
    ],
    ["no part of the chart", "TermsWithoutCategory", ruling({ class: [] })],
    ["only parts of other charts", "TermsWithoutCategory", ruling({ class: [{ system: "urn:else", code: "labs" }] })],
    ["no action", "TermsWithoutCategory", ruling({ action: [] })],
    ["an unknown part of the chart", "TermsCategoryUnknown", ruling({ class: [labs, { ...labs, code: "dreams" }] })],
    [
      "an unknown purpose",
      "TermsPurposeUnknown",
      ruling({ purpose: [{ system: "http://terminology.hl7.org/CodeSystem/v3-ActReason", code: "HMARKT" }] }),
    ],
    [
      "a known purpose of another system",
      "TermsPurposeUnknown",
      ruling({ purpose: [{ system: "urn:else", code: "TREAT" }] }),
    ],
    [
      "a grantee without an account",
      "TermsAddressInvalid",
      actor({ identifier: { system: urn, value: "did:web:example.org" } }),
    ],
    [
      "an address in upper case",
      "TermsAddressInvalid",
      actor({ identifier: { system: urn, value: doctor.toUpperCase() } }),
    ],
    [
      "something after the address",
      "TermsAddressInvalid",
      actor({ identifier: { system: urn, value: `${doctor}\n` } }),
    ],
    [
      "an account of another system",
      "TermsAddressInvalid",
      actor({ identifier: { system: "urn:else", value: doctor } }),
    ],
    ["two chains", "TermsChainInvalid", actor({ identifier: { system: urn, value: doctor.replace(":1:", ":2:") } })],
    ["a grant to oneself", "TermsGranteeIsSubject", actor({ identifier: { system: urn, value: patient } })],
    ["a day that no month has", "TermsTimeInvalid", ruling({ period: { start: "2026-02-30", end: "2027-05-21" } })],
    ["a month without its day", "TermsTimeInvalid", ruling({ period: { start: "2026-11", end: "2027-05-21" } })],
    ["a time of another zone", "TermsTimeInvalid", changed({ dateTime: "2026-11-21T09:30:00+01:00" })],
    ["a fraction of a second", "TermsTimeInvalid", changed({ dateTime: "2026-11-21T09:30:00.5Z" })],
    ["a time in words", "TermsTimeInvalid", changed({ dateTime: "21 November 2026" })],
    ["an end before the beginning", "TermsWindowEmpty", ruling({ period: { start: "2026-11-21", end: "2026-11-20" } })],
    ["no salt", "TermsSaltInvalid", changed({ extension: [] })],
    ["two salts", "TermsSaltInvalid", changed({ extension: [salt, salt] })],
    [
      "an extension of ours that is not the salt",
      "TermsSaltInvalid",
      changed({ extension: [{ ...salt, url: "urn:ownchart:pepper" }] }),
    ],
    [
      "a salt beside another extension of ours",
      "TermsSaltInvalid",
      changed({ extension: [salt, { ...salt, url: "urn:ownchart:pepper" }] }),
    ],
    ["a salt without a value", "TermsSaltInvalid", changed({ extension: [{ url: salt.url }] })],
    [
      "a salt of fifteen bytes",
      "TermsSaltInvalid",
      changed({ extension: [{ ...salt, valueString: salt.valueString.slice(0, -2) }] }),
    ],
  ])("refuses %s", (_, name, value) => {
    expect(() => parseTerms(value)).toThrow(expect.objectContaining({ name }));
    expect(() => parseTerms(value)).toThrow(ConsentError);
  });

  it("lets nothing but its own errors out, whatever comes in", () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true }), refuses), {
      numRuns,
    });
  });

  it("lets nothing but its own errors out when one member of a good consent is replaced", () => {
    const consent = createTerms({
      ...parseTerms(simple),
      purpose: "treatment",
      contribute: ["vitals"],
      history: { since: 1 },
    });
    const paths = pathsIn(consent);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.oneof(fc.jsonValue(), fc.anything()), (path, value) => {
        readsOrRefuses(replaced(consent, path, value));
      }),
      { numRuns },
    );
  });
});

function refuses(value: unknown): void {
  expect(() => parseTerms(value)).toThrow(ConsentError);
}

function readsOrRefuses(value: unknown): void {
  try {
    parseTerms(value);
  } catch (error) {
    expect(error).toBeInstanceOf(ConsentError);
  }
}

function pathsIn(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([name, member]) => pathsIn(member).map((path) => [name].concat(path)))];
}

function replaced(value: unknown, [name, ...rest]: string[], replacement: unknown): unknown {
  if (name === undefined) return replacement;
  const copy: Members = Array.isArray(value) ? ([...value] as unknown as Members) : { ...(value as Members) };
  copy[name] = replaced(copy[name], rest, replacement);
  return copy;
}
