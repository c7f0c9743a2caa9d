import fc from "fast-check";
import { concat } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { inPieces } from "./inPieces.ts";

async function* cutAt(bytes: Uint8Array, cuts: readonly number[]) {
  const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
  for (const [i, from] of places.slice(0, -1).entries()) yield bytes.subarray(from, places[i + 1]);
}

describe("inPieces", () => {
  it("gives the same bytes in pieces of one size, the last of which may be shorter but is never empty", async () => {
    const cuts = fc.array(fc.nat({ max: 60 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, fc.nat({ max: 60 }), fc.integer({ min: 1, max: 20 }), async (some, length, size) => {
        const bytes = countedBytes(length, 1);
        const inside = some.filter((cut) => cut <= length);
        const pieces = (await Array.fromAsync(inPieces(cutAt(bytes, inside), { size }))).map((piece) => piece.slice());
        expect(pieces.map((piece) => piece.length)).toEqual([
          ...Array.from({ length: Math.floor(length / size) }, () => size),
          ...(length % size === 0 ? [] : [length % size]),
        ]);
        expect(concat(pieces)).toEqual(bytes);
      }),
    );
  });

  it("cuts the first piece by its own size", async () => {
    for (const cuts of [[], [2], [3], [4], [1, 2, 3, 4, 5, 6]]) {
      const pieces = await Array.fromAsync(inPieces(cutAt(countedBytes(9), cuts), { size: 5, firstSize: 3 }));
      expect(pieces.map((piece) => piece.join())).toEqual(["0,1,2", "3,4,5,6,7", "8"]);
    }
  });

  it("copies no piece that lies whole in a chunk", async () => {
    const chunk = countedBytes(10);
    for await (const piece of inPieces(cutAt(chunk, []), { size: 5 })) expect(piece.buffer).toBe(chunk.buffer);
  });

  it("gives a piece out as soon as it is full", async () => {
    let taken = 0;
    async function* endless() {
      for (;;) yield countedBytes(2, ++taken);
    }
    for await (const piece of inPieces(endless(), { size: 4 })) {
      expect([piece.length, taken]).toEqual([4, 2]);
      break;
    }
  });

  it("never gives the same memory out twice", async () => {
    const pieces = await Array.fromAsync(inPieces(cutAt(countedBytes(20), [1, 2, 6, 7, 11]), { size: 5 }));
    expect(concat(pieces)).toEqual(countedBytes(20));
  });
});
