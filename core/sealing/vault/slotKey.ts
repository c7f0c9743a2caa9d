import { type Address, concat, stringToBytes } from "viem";
import { addressBytes } from "../addressBytes.ts";
import { uint64 } from "../integerBytes.ts";

export type SlotKeyParameters = {
  kind: string;
  factor: Uint8Array;
  salt: Uint8Array;
  chainId: number;
  address: Address;
};

/** The key of a slot's box: HKDF-SHA256 of its factor, for one kind, chain and address. */
export async function slotKey({ kind, factor, salt, chainId, address }: SlotKeyParameters): Promise<Uint8Array> {
  const info = concat([stringToBytes("ownchart/vault"), stringToBytes(kind), uint64(chainId), addressBytes(address)]);
  const parameters = { name: "HKDF", hash: "SHA-256", salt, info };
  const material = await crypto.subtle.importKey("raw", factor as Uint8Array<ArrayBuffer>, "HKDF", false, [
    "deriveBits",
  ]);
  return new Uint8Array(await crypto.subtle.deriveBits(parameters as HkdfParams, material, 256));
}
