import { concat, hexToBytes, stringToBytes } from "viem";
import { categories } from "../../records/categories.ts";
import type { ChartPlace } from "../chartContext.ts";
import { epochSeed } from "../epochSeed.ts";
import { uint8 } from "../integerBytes.ts";
import { keyIdOf } from "../keyIdOf.ts";
import { keyPairOf } from "../keyPairOf.ts";
import type { Suite } from "../suites.ts";

export type KeysetOfParameters = { root: Uint8Array; chart: ChartPlace; epoch: number; suite: Suite };

/** The key ids of all categories in one epoch. Its SHA-256 is on chain; it travels inside grants alone. */
export function keysetOf({ root, chart, epoch, suite }: KeysetOfParameters): Uint8Array {
  const ids = categories.map((_, category) => {
    const { publicKey } = keyPairOf(epochSeed({ root, chart, category, epoch }), suite);
    return concat([uint8(category), hexToBytes(keyIdOf(publicKey))]);
  });
  return concat([stringToBytes("OCK1"), uint8(suite), uint8(ids.length), ...ids]);
}
