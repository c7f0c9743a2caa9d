import { type Hex, stringToHex } from "viem";

/** An ISO 3166-2 code as the contracts store it: at most six ASCII characters, padded with zeros. */
export function jurisdictionBytes(jurisdiction: string): Hex {
  if (!/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(jurisdiction)) {
    throw new JurisdictionInvalidError(jurisdiction);
  }
  return stringToHex(jurisdiction, { size: 6 });
}

export class JurisdictionInvalidError extends Error {
  override readonly name = "JurisdictionInvalid";

  constructor(jurisdiction: string) {
    super(`“${jurisdiction}” is not a jurisdiction such as US-MA, DE-BY or CH.`);
  }
}
