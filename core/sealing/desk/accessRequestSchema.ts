import * as v from "valibot";
import { isCategoryNumber } from "../../records/categories.ts";
import { addressSchema, hexSchema } from "./hexSchema.ts";
import { jsonObjectSchema } from "./jsonObjectSchema.ts";
import { placeEntries } from "./placeEntries.ts";

const categoryNumbers = v.pipe(
  v.array(v.custom<number>(isCategoryNumber)),
  v.minLength(1),
  v.check((numbers) => new Set(numbers).size === numbers.length),
);

export const accessRequestSchema = v.object({
  ...placeEntries,
  doctor: addressSchema,
  /** 0 physician, 1 pharmacist, 2 hospital, 3 researcher: as the licence registry counts them. */
  kind: v.picklist([0, 1, 2, 3]),
  keyId: hexSchema(32),
  /** The licence as the board signed it, with name and speciality. */
  credential: jsonObjectSchema,
  categories: categoryNumbers,
  /** In Unix seconds. */
  until: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Contract wallets sign with more than the 65 bytes of plain accounts. */
  signature: hexSchema(65, 2048),
});

/** What a clinician asks for at the desk, signed. */
export type AccessRequest = v.InferOutput<typeof accessRequestSchema>;
