import { type Address, InvalidAddressError, hexToBytes, isAddress } from "viem";

/** The 20 bytes of an address, in whatever case it is written. */
export function addressBytes(address: Address): Uint8Array {
  if (!isAddress(address, { strict: false })) throw new InvalidAddressError({ address });
  return hexToBytes(address);
}
