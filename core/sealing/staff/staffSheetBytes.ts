import { bytesToHex, hexToBytes } from "viem";
import * as v from "valibot";
import { isCategoryNumber } from "../../records/categories.ts";
import { isFhirDate } from "../../records/isFhirDate.ts";
import { addressSchema } from "../desk/hexSchema.ts";
import { padJson } from "../padJson.ts";
import { parsePaddedJson } from "../parsePaddedJson.ts";
import type { StaffSheet } from "./StaffSheet.ts";

export function bytesOfStaffSheet({ hospital, at, charts }: StaffSheet): Uint8Array<ArrayBuffer> {
  const plain = charts.map(({ subject, epoch, keyset, keys, about }) => ({
    subject,
    epoch,
    keyset: bytesToHex(keyset),
    keys: keys.map(({ category, publicKey }) => ({ category, publicKey: bytesToHex(publicKey) })),
    about,
  }));
  return new Uint8Array(padJson({ hospital, at, charts: plain }, unit));
}

/** Undefined where it is none; members that are not known here are left out. */
export function staffSheetIn(bytes: Uint8Array): StaffSheet | undefined {
  const { success, output } = v.safeParse(schema, parsePaddedJson(bytes), { abortEarly: true });
  return success ? output : undefined;
}

const unit = 1024;

const bytesSchema = v.pipe(
  v.string(),
  v.regex(/^0x([0-9a-f]{2})*$/),
  v.transform((text) => hexToBytes(text as `0x${string}`)),
);
const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const schema = v.object({
  hospital: addressSchema,
  at: countSchema,
  charts: v.array(
    v.object({
      subject: addressSchema,
      epoch: countSchema,
      keyset: bytesSchema,
      keys: v.array(v.object({ category: v.custom<number>(isCategoryNumber), publicKey: bytesSchema })),
      about: v.object({ name: v.string(), birthDate: v.pipe(v.string(), v.check(isFhirDate)) }),
    }),
  ),
});
