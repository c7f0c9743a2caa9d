import { createRandom } from "../histories/createRandom.ts";
import { greyPng } from "./greyPng.ts";

const [width, height] = [320, 346];

/** A picture that looks like a chest under X-rays from across the room, and is nobody's. */
export function chestRadiograph(seed: number): Uint8Array<ArrayBuffer> {
  const random = createRandom(seed);
  return greyPng({ width, height, brightness: (x, y) => shade(x / width, y / height) + random.between(-0.02, 0.02) });
}

/** Both from 0 to 1, from the upper left. */
function shade(x: number, y: number): number {
  const middle = x - 0.5;
  const body = edge(0.44 - 0.1 * (1 - edge(y - 0.14, 0.1)) - Math.abs(middle), 0.03);
  const heart = inside(x, y, { at: [0.56, 0.63], size: [0.16, 0.13] });
  const lungs = Math.max(lung(x, y, 0.3), lung(x, y, 0.7)) * (1 - 0.75 * heart);
  const spine = 0.22 * edge(0.045 - Math.abs(middle), 0.02);
  const belly = 0.2 * edge(y - 0.8 - 0.1 * Math.cos(9 * middle) * 0.4, 0.03);
  const clavicle =
    0.12 * edge(0.012 - Math.abs(y - 0.2 - 0.12 * Math.abs(middle)), 0.01) * edge(0.3 - Math.abs(middle), 0.04);
  return 0.03 + body * (0.52 - 0.36 * lungs + spine + 0.08 * heart + belly + clavicle + 0.09 * ribs(middle, y) * lungs);
}

function lung(x: number, y: number, center: number): number {
  return inside(x, y, { at: [center, 0.48], size: [0.145, 0.31] });
}

/** Arcs that fall from the spine to the sides. */
function ribs(middle: number, y: number): number {
  return edge(Math.sin((y - 0.9 * middle ** 2 * 2) * 62) - 0.35, 0.3);
}

type Ellipse = { at: readonly [number, number]; size: readonly [number, number] };

function inside(x: number, y: number, { at, size }: Ellipse): number {
  return edge(1 - Math.hypot((x - at[0]) / size[0], (y - at[1]) / size[1]), 0.12);
}

/** From 0 to 1, softly, where the value becomes positive. */
function edge(value: number, softness: number): number {
  return 1 / (1 + Math.exp((-4 * value) / softness));
}
