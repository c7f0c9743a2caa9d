/** A few round numbers from about the lowest to about the highest value, to read a drawing by. */
export function ticksBetween(lowest: number, highest: number): number[] {
  const spread = highest - lowest;
  if (!(spread > 0)) return [lowest];
  const rough = spread / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((factor) => factor * power >= rough)!;
  const first = Math.ceil(lowest / step);
  const count = Math.floor(highest / step) - first + 1;
  return Array.from({ length: count }, (_, place) => Number(((first + place) * step).toPrecision(12)));
}
