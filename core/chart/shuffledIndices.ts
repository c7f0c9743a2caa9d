import { type RandomBytes, randomBytes } from "../sealing/randomBytes.ts";

/** 0 to count - 1 in an order that nobody can guess. */
export function shuffledIndices(count: number, random: RandomBytes = randomBytes): number[] {
  const indices = Array.from({ length: count }, (_, index) => index);
  for (let left = count; left > 1; left--) {
    const chosen = below(left, random);
    [indices[chosen], indices[left - 1]] = [indices[left - 1]!, indices[chosen]!];
  }
  return indices;
}

/** 48 bits: for any number of records there is, the remainder favours none by more than one in a million. */
function below(limit: number, random: RandomBytes): number {
  return random(6).reduce((value, byte) => value * 256 + byte, 0) % limit;
}
