import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { subject } from "#test/support/sealing/samplePlaces.ts";
import { SealingError } from "../SealingError.ts";
import { parseVault } from "./parseVault.ts";

const box = `0x${"ab".repeat(77)}`;
const slot = { kind: "recovery", salt: `0x${"01".repeat(16)}`, params: {}, box };
const vault = { v: 1, address: subject, slots: [slot, { ...slot, kind: "device", params: { a: [1] } }] };
const longestBox = 24 + 16 + 1 + 255 * 36;
const unknown = refusal("UnknownFormat", "vault");

describe("parseVault", () => {
  it("reads a vault, without members that are not known here", () => {
    expect(parseVault(vault)).toEqual(vault);
    const slots = [{ ...slot, colour: "red" }];
    expect(parseVault({ ...vault, slots, colour: "red" })).toEqual({ ...vault, slots: [slot] });
  });

  it("reads slots of a kind that a later version may bring, and none at all", () => {
    expect(parseVault({ ...vault, slots: [{ ...slot, kind: "implant" }] }).slots[0]?.kind).toBe("implant");
    expect(parseVault({ ...vault, slots: [] }).slots).toEqual([]);
  });

  it("reads as many slots and as long a box as there can be", () => {
    const slots = Array.from({ length: 16 }, () => ({ ...slot, box: `0x${"ab".repeat(longestBox)}` }));
    expect(parseVault({ ...vault, slots })).toEqual({ ...vault, slots });
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a list", []],
    ["a salt in a list", { ...vault, slots: [{ ...slot, salt: [slot.salt] }] }],
    ["a string", JSON.stringify(vault)],
    ["another version", { ...vault, v: 2 }],
    ["no version", { ...vault, v: undefined }],
    ["no address", { ...vault, address: undefined }],
    ["no slots", { ...vault, slots: undefined }],
    ["slots that are no list", { ...vault, slots: { 0: slot } }],
    ["seventeen slots", { ...vault, slots: Array.from({ length: 17 }, () => slot) }],
  ])("refuses %s", (_, value) => {
    expect(() => parseVault(value)).toThrow(unknown);
  });

  it.each<[string, object | null]>([
    ["null", null],
    ["a kind that is no text", { kind: 1 }],
    ["a salt that is too short", { salt: `0x${"01".repeat(15)}` }],
    ["a salt that is too long", { salt: `0x${"01".repeat(17)}` }],
    ["a salt in upper case", { salt: `0x${"AB".repeat(16)}` }],
    ["something before the salt", { salt: ` ${slot.salt}` }],
    ["no salt", { salt: undefined }],
    ["parameters that are a list", { params: [] }],
    ["parameters that are null", { params: null }],
    ["parameters that are text", { params: "{}" }],
    ["a box that is too short", { box: `0x${"ab".repeat(76)}` }],
    ["a box that is too long", { box: `0x${"ab".repeat(longestBox + 1)}` }],
    ["half a byte in the box", { box: `${box}a` }],
    ["a box that is no hexadecimal", { box: `${box}zz` }],
    ["a line break in the box", { box: `${box}\n` }],
    ["something before the box", { box: `0${box}` }],
    ["a box that is no text", { box: 5 }],
  ])("refuses a slot with %s", (_, change) => {
    expect(() => parseVault({ ...vault, slots: [slot, change && { ...slot, ...change }] })).toThrow(unknown);
  });

  it("refuses a box of twenty million digits as well", () => {
    const slots = [{ ...slot, box: `0x${"ab".repeat(10_000_000)}` }];
    expect(() => parseVault({ ...vault, slots })).toThrow(unknown);
  });

  it("refuses whatever it is in no other way", () => {
    const anySlot = fc.record(
      {
        kind: fc.oneof(fc.constant("recovery"), fc.anything()),
        salt: fc.oneof(fc.constant(slot.salt), fc.anything()),
        params: fc.oneof(fc.constant({}), fc.anything()),
        box: fc.oneof(fc.constant(box), fc.string(), fc.anything()),
      },
      { requiredKeys: [] },
    );
    const anyVault = fc.record(
      {
        v: fc.oneof(fc.constant(1), fc.anything()),
        address: fc.string(),
        slots: fc.oneof(fc.array(anySlot), fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: anyVault }, { weight: 1, arbitrary: fc.anything() }), (value) => {
        try {
          const read = parseVault(value);
          expect(parseVault(read)).toEqual(read);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns: fuzzRuns(10_000) },
    );
  });
});
