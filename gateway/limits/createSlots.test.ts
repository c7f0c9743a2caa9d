import fc from "fast-check";
import { expect, test } from "vitest";
import { createSlots } from "./createSlots.ts";

test("slots are bounded for each and in all, and given back once", () => {
  const most = { ofOne: 2, ofAll: 3 };
  const steps = fc.array(fc.record({ who: fc.constantFrom("a", "b", "c"), isTaking: fc.boolean(), index: fc.nat(9) }));
  fc.assert(
    fc.property(steps, (story) => {
      const slots = createSlots(most);
      const held: { who: string; release: () => void }[] = [];
      const released: (() => void)[] = [];
      for (const { who, isTaking, index } of story) {
        if (isTaking) {
          const theirs = held.filter((slot) => slot.who === who).length;
          const release = slots.take(who);
          expect(release !== undefined).toBe(theirs < most.ofOne && held.length < most.ofAll);
          if (release !== undefined) held.push({ who, release });
        } else {
          const [slot] = held.splice(index, 1);
          slot?.release();
          if (slot !== undefined) released.push(slot.release);
          released[0]?.(); // a second time
        }
        expect(slots.inUse()).toBe(held.length);
      }
    }),
  );
});
