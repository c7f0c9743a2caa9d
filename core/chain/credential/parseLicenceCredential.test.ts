import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quickest } from "#test/support/quickest.ts";
import { canonicalJson } from "../../consent/canonicalJson.ts";
import { LicenceCredentialError } from "./LicenceCredentialError.ts";
import { type LicenceCredential, parseLicenceCredential } from "./parseLicenceCredential.ts";

const credential: LicenceCredential = {
  holder: `0x${"a1".repeat(20)}`,
  kind: 0,
  jurisdiction: "US-MA",
  name: "Dr. Luís Ferreira",
  speciality: "cardiology",
  number: "MD-198852",
  numberHash: `0x${"b2".repeat(32)}`,
  issuedAt: 1_800_000_000,
  board: `0x${"c3".repeat(20)}`,
  signature: `0x${"d4".repeat(65)}`,
};

const parsedWith = (change: object) => () => parseLicenceCredential({ ...credential, ...change });

describe("a credential", () => {
  test("is what it was after its canonical JSON", () => {
    expect(parseLicenceCredential(JSON.parse(canonicalJson(credential)))).toEqual(credential);
  });

  test.each(["李小龍", "Nguyễn Thị Minh Khai", "می‌خواهم", "क्‍ष", "O’Brien-Łukasz, 3rd", "x".repeat(200)])(
    "may be in the name of %s",
    (name) => {
      expect(parsedWith({ name })().name).toBe(name);
    },
  );

  test("may be without a speciality", () => {
    expect(parsedWith({ speciality: "" })().speciality).toBe("");
  });
});

describe("what is no credential is refused", () => {
  test.each([undefined, null, 1, "credential", [], {}, [credential]])("%j", (value) => {
    expect(() => parseLicenceCredential(value)).toThrow(LicenceCredentialError);
  });

  test.each(Object.keys(credential))("without its %s", (member) => {
    expect(parsedWith({ [member]: undefined })).toThrow(LicenceCredentialError);
  });

  test.each<[string, object]>([
    ["another member", { remark: "" }],
    ["a kind that there is not", { kind: 4 }],
    ["half a kind", { kind: 0.5 }],
    ["an address in capitals", { holder: `0x${"A1".repeat(20)}` }],
    ["an address that is too short", { holder: `0x${"a1".repeat(19)}` }],
    ["no jurisdiction", { jurisdiction: "" }],
    ["a jurisdiction that is none", { jurisdiction: "Massachusetts" }],
    ["a hash that is too long", { numberHash: `0x${"b2".repeat(33)}` }],
    ["a signature of a wallet contract", { signature: `0x${"d4".repeat(66)}` }],
    ["a time as text", { issuedAt: "1800000000" }],
    ["a time before all times", { issuedAt: -1 }],
    ["a time after all times", { issuedAt: 2 ** 53 }],
    ["no name", { name: "" }],
    ["no number", { number: "" }],
    ["a number that is too long", { number: "1".repeat(65) }],
    ["a name that is too long", { name: "x".repeat(201) }],
    ["a name on two lines", { name: "Ada\nMarlow" }],
    ["a name with a tab", { name: "Ada\tMarlow" }],
    ["a name with a space before", { name: " Ada" }],
    ["a name with a space behind", { name: "Ada " }],
    ["a name with two spaces", { name: "Ada  Marlow" }],
    ["a name with a space that is none", { name: "Ada\u00a0Marlow" }],
    ["a name that turns its text around", { name: "Ada\u202eMarlow" }],
    ["a name that hides a letter", { name: "Ada\u200bMarlow" }],
    ["a name of a filler", { name: "\u3164" }],
    ["a name with a zero", { name: "Ada\0" }],
    ["a name with half a character", { name: "Ada\ud800" }],
    ["a name in another form of the same letters", { name: "Lui\u0301s" }],
    ["a speciality that turns its text around", { speciality: "\u2067cardiology" }],
  ])("%s", (_, change) => {
    expect(parsedWith(change)).toThrow(LicenceCredentialError);
  });

  test("anything at all, quickly, with that error alone", () => {
    const members = Object.keys(credential) as (keyof LicenceCredential)[];
    const strange = fc.oneof(fc.anything(), fc.string({ unit: "binary", maxLength: 300 }));
    fc.assert(
      fc.property(fc.constantFrom(...members), strange, (member, value) => {
        const isKept = Object.is(credential[member], value);
        try {
          const parsed = parseLicenceCredential({ ...credential, [member]: value });
          expect(isKept || parsed[member] === value).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(LicenceCredentialError);
        }
      }),
    );
  });

  test("a name as long as a book, at once", () => {
    const refuse = () => expect(parsedWith({ name: "x ".repeat(1_000_000) })).toThrow(LicenceCredentialError);
    expect(quickest(refuse, { wanted: 1_000 })).toBeLessThan(1_000);
  });
});
