import type { Address, Hex } from "viem";
import * as v from "valibot";
import { LicenceCredentialError } from "./LicenceCredentialError.ts";

/**
 * A licence as a clerk of its board signed it: what the register does not say, since that is on chain for ever. Its one
 * spelling is its canonical JSON.
 */
export type LicenceCredential = {
  holder: Address;
  /** As the licence registry counts them. */
  kind: number;
  /** ISO 3166-2. */
  jurisdiction: string;
  name: string;
  /** Empty where there is none. */
  speciality: string;
  /** As it is printed on the licence. */
  number: string;
  /** The register keeps the first 15 bytes. */
  numberHash: Hex;
  /** In Unix seconds. */
  issuedAt: number;
  /** The clerk. */
  board: Address;
  signature: Hex;
};

/** A credential from JSON, checked in its form alone. */
export function parseLicenceCredential(value: unknown): LicenceCredential {
  const { success, output } = v.safeParse(credentialSchema, value, { abortEarly: true });
  if (!success) throw new LicenceCredentialError("CredentialUnreadable");
  return output;
}

/**
 * One line, single spaces within, nothing that hides or turns around the text beside it. The joiners that Persian and
 * Indian names need may stand in it.
 */
const printable =
  /^[^[[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]--[\u200c\u200d]]]+(?: [^[[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]--[\u200c\u200d]]]+)*$/v;

/** A line of at most so many characters, as it may stand on a licence. */
export const printedText = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.regex(printable),
    v.check((it) => it.normalize("NFC") === it),
  );

const hex = (size: number) => v.custom<Hex>((it) => typeof it === "string" && isHexOf(it, size));

export const jurisdictionSchema = v.pipe(v.string(), v.maxLength(6), v.regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/));

const credentialSchema = v.strictObject({
  holder: hex(20),
  kind: v.picklist([0, 1, 2, 3]),
  jurisdiction: jurisdictionSchema,
  name: printedText(200),
  speciality: v.union([v.literal(""), printedText(200)]),
  number: printedText(64),
  numberHash: hex(32),
  issuedAt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 40)),
  board: hex(20),
  signature: hex(65),
});

function isHexOf(value: string, size: number): boolean {
  return value.length === 2 + 2 * size && /^0x[0-9a-f]*$/.test(value);
}
