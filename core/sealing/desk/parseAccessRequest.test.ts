import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { canonicalJson } from "../../consent/canonicalJson.ts";
import { SealingError } from "../SealingError.ts";
import type { AccessRequest } from "./accessRequestSchema.ts";
import { createAccessRequest } from "./createAccessRequest.ts";
import { parseAccessRequest } from "./parseAccessRequest.ts";

const numRuns = fuzzRuns(10_000);
const usual: AccessRequest = {
  chainId: 31_337,
  consentRegistry: "0x5ac618273acf00b826f7cb16cf65528b1c8f6c08",
  doctor: "0x57d9cf97a5669a1105bb845235967167faccd3d1",
  kind: 0,
  keyId: `0x${"ab".repeat(32)}`,
  credential: { name: "Dr. Mira Okafor", __proto__: null, nested: { constructor: ["any", "shape"] } },
  categories: [2, 7],
  until: 1_810_944_000,
  signature: `0x${"cd".repeat(65)}`,
};
const changed = (members: Record<string, unknown>) => canonicalJson({ ...usual, ...members });

describe("parseAccessRequest", () => {
  it("reads what createAccessRequest wrote", () => {
    expect(parseAccessRequest(createAccessRequest(usual))).toEqual(usual);
  });

  it("reads the signature of a contract wallet, which may be longer", () => {
    const signature = `0x${"cd".repeat(500)}` as const;
    expect(parseAccessRequest(createAccessRequest({ ...usual, signature })).signature).toBe(signature);
  });

  it.each<Partial<AccessRequest>>([
    { kind: 1 },
    { kind: 2 },
    { kind: 3 },
    { until: 0 },
    { chainId: 1 },
    { signature: `0x${"cd".repeat(2048)}` },
  ])("reads %o", (members) => {
    expect(parseAccessRequest(changed(members))).toEqual({ ...usual, ...members });
  });

  it("leaves the credential as it is, since its hash was signed", () => {
    const text = changed({ credential: JSON.parse('{"__proto__":1,"constructor":2,"prototype":3}') as unknown });
    expect(canonicalJson(parseAccessRequest(text).credential)).toBe('{"__proto__":1,"constructor":2,"prototype":3}');
  });

  it("passes over members that it does not know", () => {
    expect(parseAccessRequest(changed({ zodiac: "crab" }))).toEqual(usual);
  });

  it.each([
    ["nothing", ""],
    ["JSON that is not canonical", JSON.stringify(usual)],
    ["a space at the end", `${canonicalJson(usual)} `],
    ["a list", `[${canonicalJson(usual)}]`],
    ["a chain beyond what JSON holds exactly", changed({ chainId: 2 ** 53 })],
    ["chain zero", changed({ chainId: 0 })],
    ["a chain as a text", changed({ chainId: "31337" })],
    ["a registry that is no address", changed({ consentRegistry: "0x5a" })],
    ["a doctor with a checksum", changed({ doctor: "0x57D9cf97a5669a1105bb845235967167faccd3d1" })],
    ["an unknown kind of licence", changed({ kind: 4 })],
    ["half a kind", changed({ kind: 0.5 })],
    ["a short key id", changed({ keyId: "0xab" })],
    ["an endless signature", changed({ signature: `0x${"cd".repeat(2049)}` })],
    ["an address in a list", changed({ doctor: [usual.doctor] })],
    ["no credential", changed({ credential: null })],
    ["a credential in words", changed({ credential: "I am a doctor" })],
    ["a list of credentials", changed({ credential: [] })],
    ["no category", changed({ categories: [] })],
    ["an unknown category", changed({ categories: [11] })],
    ["a category by name", changed({ categories: ["labs"] })],
    ["a category twice", changed({ categories: [2, 7, 2] })],
    ["an end before 1970", changed({ until: -1 })],
    ["an end between two seconds", changed({ until: 1.5 })],
    ["a signature of 64 bytes", changed({ signature: `0x${"cd".repeat(64)}` })],
    ["no signature", changed({ signature: undefined })],
  ])("refuses %s", (_, text) => {
    expect(() => parseAccessRequest(text)).toThrow(expect.objectContaining({ name: "UnknownFormat" }));
  });

  it("has createAccessRequest refuse what it could not read", () => {
    const request = { ...usual, categories: [] };
    expect(() => createAccessRequest(request)).toThrow(expect.objectContaining({ name: "UnknownFormat" }));
  });

  it("lets nothing but its own errors out, whatever comes in", () => {
    const member = fc.constantFrom(...Object.keys(usual));
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.tuple(member, fc.jsonValue()).map(([name, value]) => changed({ [name]: value })),
    );
    fc.assert(
      fc.property(text, (other) => {
        try {
          parseAccessRequest(other);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns },
    );
  });
});
