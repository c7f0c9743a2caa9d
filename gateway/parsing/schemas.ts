import { type Address, type Hex, isAddress } from "viem";
import * as v from "valibot";

/** Any spelling of an address; lower case from here on. */
export const addressSchema = v.pipe(
  v.custom<Address>((value) => typeof value === "string" && isAddress(value, { strict: false })),
  v.transform((value) => value.toLowerCase() as Address),
);

/** Bytes as 0x-hex, so many of them; lower case from here on. */
export function hexSchema(least: number, most = least) {
  const pattern = /^0x(?:[0-9a-fA-F]{2})*$/;
  return v.pipe(
    v.custom<Hex>(
      (value) =>
        typeof value === "string" &&
        value.length >= 2 + 2 * least &&
        value.length <= 2 + 2 * most &&
        pattern.test(value),
    ),
    v.transform((value) => value.toLowerCase() as Hex),
  );
}

/** A whole number in a query. */
export const countSchema = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));
