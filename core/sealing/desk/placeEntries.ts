import * as v from "valibot";
import { addressSchema } from "./hexSchema.ts";

/** The members by which every request says for which chain and deployment it was made. */
export const placeEntries = {
  chainId: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  consentRegistry: addressSchema,
};
