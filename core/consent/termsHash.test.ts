import { describe, expect, it } from "vitest";
import { type CreateTermsParameters, createTerms } from "./createTerms.ts";
import { termsHash } from "./termsHash.ts";

const usual: CreateTermsParameters = {
  chainId: 31_337,
  subject: "0xa1b397875434dbd426180a3e906d6edeeaa1e27a",
  grantee: "0x57d9cf97a5669a1105bb845235967167faccd3d1",
  granteeName: "Dr. Mira Okafor",
  read: ["labs", "vitals"],
  contribute: ["vitals"],
  purpose: "treatment",
  from: 1_795_219_200,
  until: 1_810_944_000,
  history: { since: 1_795_219_200 },
  issued: 1_795_219_200,
  salt: "0x000102030405060708090a0b0c0d0e0f",
};
const hash = termsHash(createTerms(usual));

describe("termsHash", () => {
  it("does not depend on the order of members", () => {
    expect(termsHash(turnedRound(createTerms(usual)))).toBe(hash);
  });

  it.each<[string, object]>([
    ["chain", { chainId: 1 }],
    ["subject", { subject: "0xb1b397875434dbd426180a3e906d6edeeaa1e27a" }],
    ["grantee", { grantee: "0x67d9cf97a5669a1105bb845235967167faccd3d1" }],
    ["grantee's name", { granteeName: "Dr. Mira Okafor Jr." }],
    ["parts to read", { read: ["labs"] }],
    ["parts to add to", { contribute: [] }],
    ["purpose", { purpose: "research" }],
    ["beginning", { from: 1_795_219_201 }],
    ["end", { until: 1_810_944_001 }],
    ["history", { history: "all" }],
    ["history's beginning", { history: { since: 1_795_219_201 } }],
    ["time of writing", { issued: 1_795_219_201 }],
    ["salt", { salt: "0x000102030405060708090a0b0c0d0e10" }],
  ])("is another with another %s", (_, changed) => {
    expect(termsHash(createTerms({ ...usual, ...changed }))).not.toBe(hash);
  });

  it("is another with any value in the document changed", () => {
    const text = JSON.stringify(createTerms(usual));
    const values = [...text.matchAll(/:"(?=[^"])/g)];
    expect(values.length).toBeGreaterThan(30);
    for (const { index } of values) {
      const other = `${text.slice(0, index + 2)}!${text.slice(index + 2)}`;
      expect(termsHash(JSON.parse(other))).not.toBe(hash);
    }
  });
});

function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).toReversed();
  return Object.fromEntries(members.map(([name, member]) => [name, turnedRound(member)]));
}
