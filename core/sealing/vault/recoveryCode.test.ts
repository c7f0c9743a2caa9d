import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { createRecoveryCode, recoveryFactor, recoverySlot, recoveryUnlock } from "./recoveryCode.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const code = "01234-56789-ABCDE-FGHJK-MNPQR-S9";
const anyCode = fc
  .uint8Array({ minLength: 26, maxLength: 26 })
  .map((bytes) => createRecoveryCode(() => bytes).replaceAll("-", ""));
const mistyped = refusal("RecoveryCodeMistyped");

describe("createRecoveryCode", () => {
  it("writes 130 bits and a check symbol in groups of five", () => {
    const sizes: number[] = [];
    const made = createRecoveryCode((size) => {
      sizes.push(size);
      return countedBytes(size);
    });
    expect([made, sizes]).toEqual([code, [26]]);
    expect(createRecoveryCode(() => countedBytes(26, 224))).toBe(createRecoveryCode(() => countedBytes(26, 192)));
  });

  it("makes another one each time", () => {
    expect(createRecoveryCode()).not.toBe(createRecoveryCode());
  });

  it("makes no code that does not open", () => {
    fc.assert(
      fc.property(anyCode, (made) => {
        expect(recoveryFactor(made).length).toBe(26);
      }),
    );
  });

  it("has every check symbol that there can be", () => {
    const symbols = new Set(fc.sample(anyCode, 2_000).map((made) => made.at(-1)));
    expect([...symbols].toSorted().join("")).toBe("$*0123456789=ABCDEFGHJKMNPQRSTUVWXYZ~");
  });
});

describe("recoveryFactor", () => {
  const factor = new TextEncoder().encode("0123456789ABCDEFGHJKMNPQRS");

  it.each([
    code,
    "0123456789ABCDEFGHJKMNPQRS9",
    "01234 56789 abcde fghjk mnpqr s9",
    " oi234-56789-abcde-fghjk-mnpqr-s9\n",
    "OL234-5678-9-ABCDE-FGHJK-MNPQR-S9-",
  ])("is the 26 symbols of %o", (typed) => {
    expect(recoveryFactor(typed)).toEqual(factor);
  });

  it.each(["", code.slice(0, -1), `${code}0`, code.replace("A", "U"), code.replace("A", "Ä"), code.replace("A", "*")])(
    "refuses %o",
    (typed) => {
      expect(() => recoveryFactor(typed)).toThrow(mistyped);
    },
  );

  it("refuses every single wrong symbol", () => {
    fc.assert(
      fc.property(anyCode, (made) => {
        for (let at = 0; at < made.length; at++) {
          for (const symbol of alphabet) {
            if (symbol === made[at]) continue;
            expect(() => recoveryFactor(made.slice(0, at) + symbol + made.slice(at + 1))).toThrow(mistyped);
          }
        }
      }),
      { numRuns: 5 },
    );
  });

  it("refuses every swap of neighbours, the check symbol included", () => {
    fc.assert(
      fc.property(anyCode, (made) => {
        for (let at = 1; at < made.length; at++) {
          if (made[at] === made[at - 1]) continue;
          const swapped = made.slice(0, at - 1) + made[at] + made[at - 1] + made.slice(at + 1);
          expect(() => recoveryFactor(swapped)).toThrow(mistyped);
        }
      }),
    );
  });

  it("is refused in no other way, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(...alphabet, "-") })),
        (typed) => {
          try {
            expect(recoveryFactor(typed).length).toBe(26);
          } catch (error) {
            expect(error).toEqual(mistyped);
          }
        },
      ),
    );
  });
});

describe("a recovery code", () => {
  it("makes a slot, whose salt is drawn anew each time", () => {
    expect(recoverySlot(code, (size) => countedBytes(size, 3))).toEqual({
      kind: "recovery",
      salt: countedBytes(16, 3),
      params: {},
      factor: recoveryFactor(code),
    });
    expect(recoverySlot(code).salt).not.toEqual(recoverySlot(code).salt);
  });

  it("unlocks the first slot of its kind", async () => {
    const slots = [0, 1].map(() => ({ kind: "recovery", salt: "0x", params: {}, box: "0x" }) as const);
    const { kind, factorFor } = recoveryUnlock(code.toLowerCase());
    const { slot, factor } = await factorFor(slots as never);
    expect([kind, slot, factor]).toEqual(["recovery", slots[0], recoveryFactor(code)]);
    expect(slot).toBe(slots[0]);
  });
});
