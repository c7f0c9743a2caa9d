import type { Address } from "viem";
import type { ChartPlace } from "#core/sealing/chartContext.ts";
import type { GrantPlace } from "#core/sealing/grantContext.ts";
import type { RecordPlace } from "#core/sealing/recordContext.ts";

/** An address that is this byte, twenty times. */
export function addressOf(byte: number): Address {
  return `0x${byte.toString(16).padStart(2, "0").repeat(20)}`;
}

/** Different from each other in every member, so that no two can be confused unnoticed. */
export const [chainId, consentRegistry, recordRegistry] = [31_337, addressOf(0xc0), addressOf(0xee)];
export const [subject, author, grantee] = [addressOf(0x50), addressOf(0xa0), addressOf(0x60)];

export const chartPlace: ChartPlace = { chainId, consentRegistry, subject };
export const recordPlace: RecordPlace = { chainId, recordRegistry, subject, author };
export const grantPlace: GrantPlace = { chainId, consentRegistry, subject, grantee, epoch: 3 };

/** The same place with one member changed at a time, with the name of the member. */
export function otherPlaces<Place extends object>(place: Place): [string, Place][] {
  return Object.entries(place).map(([name, value]) => [
    name,
    { ...place, [name]: typeof value === "number" ? value + 1 : addressOf(0x99) },
  ]);
}
