import { bytesToHex, hexToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { keyIdOf } from "./keyIdOf.ts";
import { keyPairOf } from "./keyPairOf.ts";

const seed = hexToBytes("0x547b7c993dc11ca61305f8303c92f8b46eed62ae1f6085c10d3637eeec852c71");

describe("keyPairOf", () => {
  it("makes a pair of X25519 in suite 1, as another library computes it", () => {
    const { suite, publicKey, secretKey } = keyPairOf(seed, 1);
    expect([suite, bytesToHex(publicKey), bytesToHex(secretKey)]).toEqual([
      1,
      "0x8420cdb9e934753bb0ddccc36529f8ce6f3f0079e9cfa3b702bd2628de143b5a",
      "0x97945e0b7c49785528854e7779dd5ae3d1ad091fd9bf956f3564e36252992dc0",
    ]);
  });

  it("makes a pair of X-Wing in suite 2", () => {
    const { suite, publicKey, secretKey } = keyPairOf(seed, 2);
    expect([suite, publicKey.length, secretKey.length]).toEqual([2, 1216, 32]);
    expect(keyIdOf(publicKey)).toBe("0xcbb039239a311f1ac3d4eefd46c224ae1b9a350c6df13cba9512e8c75f8ce7c9");
  });

  it("makes unrelated pairs in the two suites, and of two seeds", () => {
    expect(keyPairOf(seed, 2).secretKey).not.toEqual(keyPairOf(seed, 1).secretKey);
    expect(
      keyPairOf(
        seed.map((byte) => byte ^ 1),
        1,
      ).publicKey,
    ).not.toEqual(keyPairOf(seed, 1).publicKey);
  });

  it("leaves the seed as it was", () => {
    const before = seed.slice();
    keyPairOf(seed, 2);
    expect(seed).toEqual(before);
  });
});
