import { type Address, type Hex, bytesToHex, concat, hexToBytes } from "viem";
import { createSiweMessage } from "viem/siwe";
import { SealingError } from "../SealingError.ts";
import { orderOfSecp256k1 } from "./isPrivateKey.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import type { Unlock } from "./openVault.ts";
import type { NewSlot } from "./sealVault.ts";

export type Device = {
  address: Address;
  chainId: number;
  /** Of the app, as the browser says them. */
  domain: string;
  uri: string;
  /** By the wallet, of a text (EIP-191). */
  signMessage(message: string): Promise<Hex>;
  /** 32 bytes that stay in this browser. */
  secret: Uint8Array;
};

/** One click to come back on this device: a wallet's signature and the browser's secret, neither of which is enough. */
export async function deviceSlot(device: Device, random: RandomBytes = randomBytes): Promise<NewSlot> {
  const salt = random(16);
  const [factor, again] = [await deviceFactor(device, salt), await deviceFactor(device, salt)];
  if (bytesToHex(factor) !== bytesToHex(again)) throw new SealingError("SignatureDoesNotRepeat");
  return { kind: "device", salt, params: {}, factor };
}

/** Every device has a slot of its own, which the browser knows by its salt. */
export function deviceUnlock(device: Device, salt: Hex): Unlock {
  return {
    kind: "device",
    async factorFor(slots) {
      const slot = slots.find((candidate) => candidate.salt === salt);
      if (slot === undefined) throw new SealingError("SlotDoesNotOpen", "this device has no slot");
      return { slot, factor: await deviceFactor(device, hexToBytes(slot.salt)) };
    },
  };
}

async function deviceFactor(device: Device, salt: Uint8Array): Promise<Uint8Array> {
  const signature = hexToBytes(await device.signMessage(deviceMessage(device, salt)));
  return concat([withLowS(signature), device.secret]);
}

/** What the wallet shows: a sign-in (ERC-4361) whose nonce is the salt. It is the same every time, its date included. */
function deviceMessage({ address, chainId, domain, uri }: Device, salt: Uint8Array): string {
  return createSiweMessage({
    address,
    chainId,
    domain,
    uri,
    nonce: bytesToHex(salt).slice(2),
    issuedAt: new Date(0),
    statement: "Unlock my health record on this device.",
    version: "1",
  });
}

/** Of the two forms of a signature the lower one, with 27 or 28 at its end: wallets differ. */
function withLowS(signature: Uint8Array): Uint8Array {
  const isOdd = oddness.get(signature[64]);
  if (signature.length !== 65 || isOdd === undefined) throw notPlain();
  const s = BigInt(bytesToHex(signature.subarray(32, 64)));
  if (s >= orderOfSecp256k1) throw notPlain();
  const isHigh = s > orderOfSecp256k1 / 2n;
  const lowS = (isHigh ? orderOfSecp256k1 - s : s).toString(16).padStart(64, "0");
  return concat([signature.subarray(0, 32), hexToBytes(`0x${lowS}`), Uint8Array.of(isOdd === isHigh ? 27 : 28)]);
}

/** Contracts sign too, in bytes of their own that may change at any time. */
function notPlain(): SealingError {
  return new SealingError("SignatureDoesNotRepeat", "not a signature of a plain account");
}

/** By the last byte of a signature, as wallets write it. */
const oddness = new Map<number | undefined, boolean>([
  [0, false],
  [1, true],
  [27, false],
  [28, true],
]);
