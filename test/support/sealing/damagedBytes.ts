import fc from "fast-check";
import { concat } from "viem";

/** What strangers make of well-formed bytes: flipped, cut, lengthened, two of them spliced, or nothing like them at all. */
export function damagedBytes(...valid: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const known = fc.constantFrom(...valid);
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  return fc.oneof(
    fc.tuple(known, place, fc.integer({ min: 1, max: 255 })).map(([bytes, where, mask]) => {
      const flipped = bytes.slice();
      flipped[at(bytes, where)]! ^= mask;
      return flipped;
    }),
    fc.tuple(known, place).map(([bytes, where]) => bytes.slice(0, at(bytes, where))),
    fc.tuple(known, fc.uint8Array({ minLength: 1, maxLength: 300 })).map(([bytes, more]) => concat([bytes, more])),
    fc
      .tuple(known, known, place, place)
      .map(([one, other, from, to]) => concat([one.subarray(0, at(one, from)), other.subarray(at(other, to))])),
    fc.uint8Array({ maxLength: 200 }),
  );
}

function at(bytes: Uint8Array, where: number): number {
  return Math.floor(where * bytes.length);
}
