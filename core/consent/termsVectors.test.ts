import { describe, expect, it } from "vitest";
import { readShared } from "#test/support/shared.ts";
import { categories } from "../records/categories.ts";
import { categoriesOfTerms } from "./categoriesOfTerms.ts";
import { createTerms } from "./createTerms.ts";
import { parseTerms } from "./parseTerms.ts";
import { termsHash } from "./termsHash.ts";

type Vectors = {
  chainId: number;
  subject: string;
  grantee: string;
  grants: { terms: unknown; termsSha256: string; plaintext: string }[];
};

const file = await readShared("vectors/sealing/vectors.json");
const vectors = file && (JSON.parse(new TextDecoder().decode(file)) as Vectors);

describe("the shared vectors' terms", () => {
  it.runIf(vectors === undefined)("are left out, since ../shared is absent", () => {});
  if (vectors !== undefined) itReads(vectors);
});

function itReads({ chainId, subject, grantee, grants }: Vectors) {
  it("are all read, and name the vectors' people", () => {
    expect(grants.length).toBeGreaterThan(0);
    for (const { terms } of grants) {
      expect(parseTerms(terms)).toMatchObject({
        chainId,
        subject: `0x${subject}`,
        grantee: `0x${grantee}`,
        from: Date.UTC(2025, 10, 21) / 1000,
        until: Date.UTC(2026, 4, 22) / 1000,
        history: "all",
      });
    }
  });

  it("have the hashes that were written beside them", () => {
    for (const { terms, termsSha256 } of grants) expect(termsHash(terms)).toBe(`0x${termsSha256}`);
  });

  it("name the categories for which their grants hold keys or seeds", () => {
    for (const { terms, plaintext } of grants) {
      const { keys, seeds } = JSON.parse(plaintext) as Record<"keys" | "seeds", { category: number }[]>;
      const held = new Set([...keys, ...seeds].map(({ category }) => category));
      expect(categoriesOfTerms(terms)).toEqual(categories.filter((_, number) => held.has(number)));
    }
  });

  it("can be written anew as terms of today that mean the same", () => {
    for (const { terms } of grants) {
      const parsed = { ...parseTerms(terms), purpose: "treatment" as const };
      expect(parseTerms(createTerms(parsed))).toEqual(parsed);
    }
  });
}
