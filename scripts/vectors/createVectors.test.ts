import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { createVectors } from "./createVectors.ts";

type Fault = { kind: string; what: string; suite?: number; expect: string };

const file = await readFile(new URL("../../core/sealing/vectors.json", import.meta.url), "utf8");
const written = await createVectors();
const { mustFail } = JSON.parse(written) as { mustFail: Fault[] };

describe("our test vectors", () => {
  it("are those in core/sealing; `npm run vectors` writes them anew when a format changes its version", () => {
    expect(beginningsOfOtherLines(written, file)).toEqual([]);
    expect(written.length).toBe(file.length);
  });

  it("name every refusal that can be met by opening something", () => {
    expect([...new Set(mustFail.map((fault) => fault.expect))].toSorted()).toEqual([
      "BodyDamaged",
      "BodyNotItsCid",
      "DeskMessageDamaged",
      "EntryDamaged",
      "EntryNotUnderItsKey",
      "GrantDamaged",
      "GrantDoesNotMatch",
      "NoKeyForCapsule",
      "NotTheCapsuleOnChain",
      "RecoveryCodeMistyped",
      "SlotDoesNotOpen",
      "StaleKeyset",
      "UnknownFormat",
      "WrongChartOrKey",
    ]);
  });

  it("say of everything that must fail what it is, and of no two the same", () => {
    const names = mustFail.map(({ kind, what, suite }) => `${kind}, suite ${suite}: ${what}`);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

/** A whole line can have 90,000 symbols, which are no help to anybody. */
function beginningsOfOtherLines(now: string, before: string): string[] {
  const lines = before.split("\n");
  const others = now.split("\n").filter((line, i) => line !== lines[i]);
  return others.map((line) => line.slice(0, 120));
}
