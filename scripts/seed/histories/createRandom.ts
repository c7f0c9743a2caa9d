export type Random = {
  /** At least the first, below the second. */
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  uuid(): string;
};

/** Numbers that look random and follow from a seed: xorshift32 over a mixed seed. Fit for samples, never for keys. */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0 || 1;
  const bits = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let i = 0; i < 8; i++) bits();
  const between = (low: number, high: number) => low + (bits() / 2 ** 32) * (high - low);
  const hex = () => bits().toString(16).padStart(8, "0");
  return {
    between,
    whole: (low, high) => Math.floor(between(low, high)),
    uuid() {
      const digits = hex() + hex() + hex() + hex();
      const variant = "89ab"[bits() % 4]!;
      return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        `${variant}${digits.slice(17, 20)}`,
        digits.slice(20),
      ].join("-");
    },
  };
}
