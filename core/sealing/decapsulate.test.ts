import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { decapsulate } from "./decapsulate.ts";
import { keyPairOf } from "./keyPairOf.ts";
import { sodium } from "./sodium.ts";

const bytes = (size: number) => fc.uint8Array({ minLength: size, maxLength: size });

describe("decapsulate", () => {
  it("finds what the library finds, in its own ciphertexts and in any other bytes", () => {
    fc.assert(
      fc.property(bytes(32), bytes(64), bytes(1120), (seed, randomness, anything) => {
        const pair = keyPairOf(seed, 2);
        const sealed = sodium.crypto_kem_xwing_enc_deterministic(pair.publicKey, randomness);
        expect(decapsulate(pair, sealed.ciphertext)).toEqual(sealed.sharedSecret);
        expect(decapsulate(pair, anything)).toEqual(sodium.crypto_kem_xwing_dec(anything, pair.secretKey));
      }),
      { numRuns: fuzzRuns(100) },
    );
  });

  it("opens with the same pair again and again", () => {
    const pair = keyPairOf(new Uint8Array(32), 2);
    for (let i = 0; i < 3; i++) {
      const { ciphertext, sharedSecret } = sodium.crypto_kem_xwing_enc(pair.publicKey);
      expect(decapsulate(pair, ciphertext)).toEqual(sharedSecret);
    }
  });

  it("refuses a share from which every secret key makes the same", () => {
    const pair = keyPairOf(new Uint8Array(32), 2);
    expect(() => decapsulate(pair, new Uint8Array(1120))).toThrow();
  });
});
