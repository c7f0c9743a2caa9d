import fc from "fast-check";
import { bytesToHex } from "viem";
import { describe, expect, it } from "vitest";
import { keyedHash } from "./keyedHash.ts";

const key = new Uint8Array(32).fill(7);
const parts = fc.array(fc.uint8Array({ maxLength: 4 }), { maxLength: 4 });

describe("keyedHash", () => {
  it("is BLAKE2b-256 of label and parts with their lengths, as another library computes it", () => {
    expect(bytesToHex(keyedHash(key, "ownchart/test", Uint8Array.of(1, 2, 3), new Uint8Array(0)))).toBe(
      "0xec1f4edfe6a1ec27ec562c72b24657d90683ea29386e3c0db38665dc721c163c",
    );
  });

  it("has no key where the key is empty", () => {
    expect(bytesToHex(keyedHash(new Uint8Array(0), "ownchart/test"))).toBe(
      "0xfde7f1365ad493c6467ebf7d6c2516b3516c200c643320a70b464ae698172b71",
    );
  });

  it("never hashes two lists of parts as the same bytes", () => {
    fc.assert(
      fc.property(parts, parts, (some, others) => {
        const isSame = some.map((part) => part.join()).join(";") === others.map((part) => part.join()).join(";");
        const isSameHash = bytesToHex(keyedHash(key, "", ...some)) === bytesToHex(keyedHash(key, "", ...others));
        expect(isSameHash).toBe(isSame && some.length === others.length);
      }),
    );
  });

  it("tells a label from a part", () => {
    expect(keyedHash(key, "ab")).not.toEqual(keyedHash(key, "a", Uint8Array.of(0x62)));
  });
});
