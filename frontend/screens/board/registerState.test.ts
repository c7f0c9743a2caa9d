import { describe, expect, test } from "vitest";
import type { RegisterEntry } from "../../keeper/licensing/Licensing.ts";
import { matchesFilter, stateOf, stateText } from "./registerState.ts";

const now = 1_800_000_000;
const entry: RegisterEntry = {
  holder: "0x00000000219ab540356cBB839Cbe05303d7705Fa",
  kind: 0,
  status: "active",
  validFrom: now - 1000,
  validUntil: now + 1000,
  name: "Dr. Ada Marlow",
  speciality: "surgery",
  number: "MD-7",
};
const all = { text: "", kind: "", state: "" };

describe("a licence in the register", () => {
  test("is active until its last second, then ended, whatever else it may be", () => {
    expect([stateOf(entry, now), stateOf(entry, now + 1000)]).toEqual(["active", "ended"]);
    expect(stateOf({ ...entry, status: "suspended" }, now + 1000)).toBe("suspended");
    expect(stateText({ ...entry, validFrom: now + 10 }, now)).toMatch(/^Begins /);
  });

  test.each(["ada", " MARLOW", "md-7", "0x00000000219AB", "SURG", ""])("is found by “%s”", (text) => {
    expect(matchesFilter(entry, { ...all, text }, now)).toBe(true);
  });

  test("is not found by what it is not", () => {
    for (const filter of [{ text: "Bob" }, { kind: "1" }, { state: "revoked" }, { text: "ada", kind: "2" }])
      expect(matchesFilter(entry, { ...all, ...filter }, now)).toBe(false);
    expect(matchesFilter(entry, { text: "ada", kind: "0", state: "active" }, now)).toBe(true);
  });
});
