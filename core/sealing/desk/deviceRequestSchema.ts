import * as v from "valibot";
import { suites } from "../suites.ts";
import { addressSchema, hexSchema } from "./hexSchema.ts";
import { placeEntries } from "./placeEntries.ts";

export const deviceRequestSchema = v.object({
  ...placeEntries,
  /** A fresh public key of suite 2, to which the vault will be handed over. */
  device: hexSchema(suites[2].publicKeySize),
  /** Whose vault it wants, where it knows that: a device without a wallet learns it from the answer. */
  address: v.optional(addressSchema),
});

/** What a new device of one's own shows to the old one. Nobody signs it: the digits alone say that it is the one. */
export type DeviceRequest = v.InferOutput<typeof deviceRequestSchema>;
