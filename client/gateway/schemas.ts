import * as v from "valibot";
import { type Address, type Hex, isAddress } from "viem";

export const addressSchema = v.custom<Address>(
  (value) => typeof value === "string" && isAddress(value, { strict: false }),
);

export const hashSchema = v.custom<Hex>((value) => typeof value === "string" && /^0x[0-9a-f]{64}$/.test(value));

/** A count, a position, or a time. */
export const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
