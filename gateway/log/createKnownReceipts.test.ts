import { describe, expect, test } from "vitest";
import { numberedAddress, numberedHash } from "#test/support/audit/sampleLogs.ts";
import { createKnownReceipts } from "./createKnownReceipts.ts";

const day = 1_800_057_600;
const receipt = (who: number, at = day) => ({ subject: numberedAddress(0), to: numberedAddress(who), day: at });
const first = numberedHash(1);

describe("what is known to be entered", () => {
  test("is nothing at first, and what was added afterwards, of that recipient and day alone", () => {
    const knownOf = createKnownReceipts();
    expect(knownOf(receipt(1)).upTo()).toBe(0);
    knownOf(receipt(1)).add([1, 2].map(numberedHash), 4);
    knownOf(receipt(1)).add([2, 3].map(numberedHash), 5);
    expect([0, 1, 2, 3].map((it) => knownOf(receipt(1)).has(numberedHash(it)))).toEqual([false, true, true, true]);
    expect(knownOf(receipt(1)).upTo()).toBe(5);
    for (const other of [receipt(2), receipt(1, day + 86_400)]) {
      expect([knownOf(other).has(first), knownOf(other).upTo()]).toEqual([false, 0]);
    }
  });

  test("never goes back behind an entry, in whatever order it is added", () => {
    const knownOf = createKnownReceipts();
    knownOf(receipt(1)).add([], 9);
    knownOf(receipt(1)).add([first], 3);
    knownOf(receipt(1)).add([first]);
    expect(knownOf(receipt(1)).upTo()).toBe(9);
  });

  test("is no more than so many capsules, and of who received last", () => {
    const knownOf = createKnownReceipts({ mostCapsules: 4 });
    for (const who of [1, 2]) knownOf(receipt(who)).add([1, 2].map(numberedHash), who);
    knownOf(receipt(1));
    knownOf(receipt(3)).add([first], 3);
    expect([1, 2, 3].map((who) => knownOf(receipt(who)).has(first))).toEqual([true, false, true]);
    knownOf(receipt(4)).add([1, 2, 3, 4, 5].map(numberedHash), 3);
    expect([1, 2, 3, 4].map((who) => knownOf(receipt(who)).has(first))).toEqual([false, false, false, false]);
  });

  test("that is forgotten while somebody uses it stays as it was for them, and is asked for anew by others", () => {
    const knownOf = createKnownReceipts({ mostCapsules: 2 });
    const mine = knownOf(receipt(1));
    mine.add([first], 7);
    knownOf(receipt(2)).add([1, 2].map(numberedHash), 7);
    mine.add([numberedHash(3)], 8);
    expect([mine.has(first), mine.upTo()]).toEqual([true, 8]);
    expect([knownOf(receipt(1)).has(numberedHash(3)), knownOf(receipt(1)).upTo()]).toEqual([false, 0]);
  });
});
