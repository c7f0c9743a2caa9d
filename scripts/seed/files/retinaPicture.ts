import { createRandom } from "../histories/createRandom.ts";
import { greyPng } from "./greyPng.ts";

const side = 320;

/** A picture that looks like the back of an eye through a green filter, and is nobody's. */
export function retinaPicture(seed: number): Uint8Array<ArrayBuffer> {
  const random = createRandom(seed);
  const dots = Array.from({ length: 6 }, () => [random.between(0.42, 0.8), random.between(0.27, 0.4)] as const);
  const brightness = (column: number, row: number) => {
    // Mirrored: in pictures of a right eye the disc is on the right.
    const [x, y] = [1 - column / side, row / side];
    const fromMiddle = Math.hypot(x - 0.5, y - 0.5);
    if (fromMiddle > 0.48) return 0;
    const disc = 0.5 * Math.exp(-((Math.hypot(x - 0.27, y - 0.5) / 0.06) ** 4));
    const macula = 0.2 * Math.exp(-((Math.hypot(x - 0.62, y - 0.52) / 0.08) ** 2));
    const spots = dots.some(([left, top]) => Math.hypot(x - left, y - top) < 0.006) ? 0.22 : 0;
    return 0.5 - 0.5 * fromMiddle + disc - macula - vessels(x, y) - spots + random.between(-0.015, 0.015);
  };
  return greyPng({ width: side, height: side, brightness });
}

/** Two arches that leave the disc upwards and downwards, and bend around the macula. */
function vessels(x: number, y: number): number {
  const along = x - 0.27;
  const bends = [0.34, 0.22].map((bend) => bend * Math.sqrt(Math.abs(along)) * (1.15 - 0.7 * Math.abs(along)));
  const offs = bends.flatMap((bend) => [Math.abs(y - 0.5 - bend), Math.abs(y - 0.5 + bend)]);
  const widths = [0.009, 0.009, 0.005, 0.005];
  return offs.reduce((sum, off, at) => sum + 0.16 * Math.exp(-((off / widths[at]!) ** 2)), 0);
}
