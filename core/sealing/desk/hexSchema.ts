import type { Hex } from "viem";
import * as v from "valibot";

/** Bytes as our JSON holds them, in lower case: of one size, or of a size between two. */
export function hexSchema(size: number, most = size) {
  const pattern = new RegExp(`^0x([0-9a-f]{2}){${size},${most}}$`);
  return v.custom<Hex>((value) => typeof value === "string" && pattern.test(value));
}

export const addressSchema = hexSchema(20);
