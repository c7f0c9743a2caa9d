import * as v from "valibot";
import { bytesToHex, hexToBytes } from "viem";
import { isCategoryNumber } from "../../records/categories.ts";
import { isFhirDate } from "../../records/isFhirDate.ts";
import { suites } from "../suites.ts";
import type { GrantContent } from "./GrantContent.ts";

/** A grant's content as JSON holds it. */
export function grantToJson({ terms, about, keysets, keys, seeds }: GrantContent): object {
  return {
    terms,
    about,
    keysets: keysets.map(({ epoch, bytes }) => ({ epoch, bytes: bytesToHex(bytes) })),
    keys: keys.map(({ category, publicKey }) => ({ category, publicKey: bytesToHex(publicKey) })),
    seeds: seeds.map(({ category, epoch, seed }) => ({ category, epoch, seed: bytesToHex(seed) })),
  };
}

/** Undefined where a member is missing or of another type; members that are not known here are left out. */
export function grantFromJson(value: unknown): GrantContent | undefined {
  const { success, output } = v.safeParse(grantSchema, value, { abortEarly: true });
  return success ? output : undefined;
}

const bytes = v.pipe(
  v.string(),
  v.regex(/^0x([0-9a-f]{2})*$/),
  v.transform((text) => hexToBytes(text as `0x${string}`)),
);
const category = v.custom<number>(isCategoryNumber);
const epoch = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1));
const publicKeySizes = new Set<number>(Object.values(suites).map(({ publicKeySize }) => publicKeySize));

const grantSchema = v.object({
  terms: v.custom<object>((terms) => typeof terms === "object" && terms !== null && !Array.isArray(terms)),
  about: v.object({
    name: v.string(),
    birthDate: v.pipe(v.string(), v.check(isFhirDate)),
  }),
  keysets: v.array(v.object({ epoch, bytes })),
  keys: v.array(
    v.object({
      category,
      publicKey: v.pipe(
        bytes,
        v.check(({ length }) => publicKeySizes.has(length)),
      ),
    }),
  ),
  seeds: v.array(v.object({ category, epoch, seed: v.pipe(bytes, v.length(32)) })),
});
