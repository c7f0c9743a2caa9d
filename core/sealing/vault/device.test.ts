import { bytesToHex, concat, hexToBytes } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { parseSiweMessage } from "viem/siwe";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import type { Slot } from "./Vault.ts";
import { type Device, deviceSlot, deviceUnlock } from "./device.ts";

const account = privateKeyToAccount(bytesToHex(countedBytes(32, 1)));
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const salt = countedBytes(16, 2);
const random = () => salt;

const device: Device = {
  address: account.address,
  chainId: 31_337,
  domain: "chart.example",
  uri: "https://chart.example/app",
  signMessage: (message) => account.signMessage({ message }),
  secret: countedBytes(32, 3),
};

/** The same device with a wallet that is never willing. */
const refusing = { ...device, signMessage: () => Promise.reject(new Error("User rejected the request.")) };

/** The same device with a wallet that writes its signatures in this way. */
function signing(form: (signature: Uint8Array) => Uint8Array): Device {
  return { ...device, signMessage: async (message) => bytesToHex(form(hexToBytes(await device.signMessage(message)))) };
}

function withHighS(signature: Uint8Array): Uint8Array {
  const s = (order - BigInt(bytesToHex(signature.subarray(32, 64)))).toString(16).padStart(64, "0");
  return concat([signature.subarray(0, 32), hexToBytes(`0x${s}`), Uint8Array.of(55 - signature[64]!)]);
}

const withSmallV = (signature: Uint8Array) => signature.with(64, signature[64]! - 27);
const slot: Slot = { kind: "device", salt: bytesToHex(salt), params: {}, box: "0x" };

describe("a device", () => {
  it("makes a slot from the wallet's signature and the browser's secret", async () => {
    const { factor, ...rest } = await deviceSlot(device, random);
    expect(rest).toEqual({ kind: "device", salt, params: {} });
    expect(factor.length).toBe(97);
    expect(factor.subarray(65)).toEqual(device.secret);
    expect(BigInt(bytesToHex(factor.subarray(32, 64)))).toBeLessThanOrEqual(order / 2n);
  });

  it("keeps the zeros in front of a small number", async () => {
    const signature = `0x${"11".repeat(32)}${"00".repeat(31)}021b` as const;
    const { factor } = await deviceSlot({ ...device, signMessage: async () => signature });
    expect(bytesToHex(factor.subarray(0, 65))).toBe(signature);
  });

  it("draws sixteen bytes of salt", async () => {
    expect((await deviceSlot(device)).salt).toHaveLength(16);
  });

  it("takes a signature that is low already as it is", async () => {
    for (let i = 0; i < 8; i++) {
      const signatures: Uint8Array[] = [];
      const watched = signing((signature) => (signatures.push(signature), signature));
      const { factor } = await deviceSlot(watched, () => countedBytes(16, 10 * i));
      expect(factor.subarray(0, 65)).toEqual(signatures[0]);
    }
  });

  it("shows the wallet a sign-in that says where, what for, and is the same every time", async () => {
    const messages: string[] = [];
    const signMessage = (message: string) => (messages.push(message), device.signMessage(message));
    await deviceSlot({ ...device, signMessage }, random);
    expect(messages[1]).toBe(messages[0]);
    expect(parseSiweMessage(messages[0]!)).toEqual({
      address: account.address,
      chainId: 31_337,
      domain: "chart.example",
      uri: "https://chart.example/app",
      nonce: bytesToHex(salt).slice(2),
      issuedAt: new Date(0),
      statement: "Unlock my health record on this device.",
      version: "1",
    });
  });

  it("signs with a salt of its own each time", async () => {
    expect((await deviceSlot(device)).salt).not.toEqual((await deviceSlot(device)).salt);
  });

  it("brings the same factor in whichever form a wallet signs, over even and odd points", async () => {
    for (let i = 0; i < 8; i++) {
      const drawn = () => countedBytes(16, 10 * i);
      const { factor } = await deviceSlot(device, drawn);
      for (const form of [withHighS, withSmallV, (signature: Uint8Array) => withSmallV(withHighS(signature))]) {
        expect((await deviceSlot(signing(form), drawn)).factor).toEqual(factor);
      }
    }
  });

  it("unlocks the slot of its own salt", async () => {
    const unlock = deviceUnlock(device, slot.salt);
    const other = { ...slot, salt: bytesToHex(countedBytes(16, 9)) };
    const { slot: used, factor } = await unlock.factorFor([other, slot]);
    expect([unlock.kind, used]).toEqual(["device", slot]);
    expect(factor).toEqual((await deviceSlot(device, random)).factor);
  });

  it("that has no slot does not open, and asks no signature", async () => {
    await expect(deviceUnlock(refusing, "0x00").factorFor([slot])).rejects.toThrow(
      refusal("SlotDoesNotOpen", "this device has no slot"),
    );
  });

  it("whose wallet signs differently every time is told so", async () => {
    let signed = 0;
    const odd = signing((signature) => signature.with(5, signed++));
    await expect(deviceSlot(odd)).rejects.toThrow(refusal("SignatureDoesNotRepeat"));
    expect(signed).toBe(2);
  });

  const alien = refusal("SignatureDoesNotRepeat", "not a signature of a plain account");

  it.each<[string, (signature: Uint8Array) => Uint8Array]>([
    ["nothing", () => new Uint8Array(0)],
    ["64 bytes", (signature) => signature.subarray(0, 64)],
    ["66 bytes", (signature) => concat([signature, Uint8Array.of(0)])],
    ["a contract's bytes", () => new Uint8Array(65).fill(0xff)],
    [
      "a number that is no scalar",
      (signature) => concat([signature.subarray(0, 32), hexToBytes(`0x${order.toString(16)}`), Uint8Array.of(27)]),
    ],
    ["a point that is neither even nor odd", (signature) => signature.with(64, 29)],
    ["a point that is neither even nor odd", (signature) => signature.with(64, 2)],
    ["a point that is neither even nor odd", (signature) => signature.with(64, 26)],
  ])("whose wallet signs in another way is told so: %s", async (_, form) => {
    await expect(deviceSlot(signing(form))).rejects.toThrow(alien);
  });

  it("whose wallet does not sign passes that on", async () => {
    await expect(deviceSlot(refusing)).rejects.toThrow("User rejected the request.");
  });
});
