import { describe, expect, it } from "vitest";
import { type ShareTerms, deedOf, wishOf } from "./wishOf.ts";

const terms: ShareTerms = { parts: ["labs"], deed: "both", period: "asked", history: "all" };
const grantee = { address: `0x${"a".repeat(40)}` as const, name: "Dr. Okafor", isRelative: false };
const about = { name: "Ada Marlow", birthDate: "1980-02-29" };

describe("what somebody wishes to share", () => {
  it("is nothing while nobody or no part is chosen", () => {
    expect(wishOf({ terms, grantee: undefined, about })).toBeUndefined();
    expect(wishOf({ terms: { ...terms, parts: [] }, grantee, about })).toBeUndefined();
  });

  it("ends when it was asked to, unless a period is chosen", () => {
    const asked = wishOf({ terms, grantee, about, askedUntil: 2_000_000_000 });
    expect(asked).toMatchObject({ validUntil: 2_000_000_000, purpose: "treatment" });
    const day = wishOf({ terms: { ...terms, period: "day" }, grantee, about, askedUntil: 2_000_000_000 });
    expect(day!.validUntil).toBeLessThan(Date.now() / 1000 + 86_401);
  });

  it("lets somebody read, add, or both; and comes back as what they have", () => {
    const wishes = (["both", "read", "add"] as const).map((deed) =>
      wishOf({ terms: { ...terms, deed }, grantee, about })!,
    );
    expect(wishes.map(({ read, contribute }) => [read, contribute])).toEqual([
      [["labs"], ["labs"]],
      [["labs"], []],
      [[], ["labs"]],
    ]);
    expect(wishes.map(deedOf)).toEqual(["both", "read", "add"]);
  });

  it("is for the family where it is for somebody close", () => {
    expect(wishOf({ terms, grantee: { ...grantee, isRelative: true }, about })!.purpose).toBe("family");
  });
});
