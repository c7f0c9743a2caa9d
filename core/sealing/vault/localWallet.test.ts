import { bytesToHex } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { openLocalWallet, sealLocalWallet } from "./localWallet.ts";
import type { Roots } from "./roots.ts";

const roots: Roots = [{ firstEpoch: 0, root: countedBytes(32, 1) }];
const address = `0x${"a1".repeat(20)}` as const;
const privateKey = countedBytes(32, 2);
const sealed = sealLocalWallet({ roots, address, privateKey });

describe("a wallet that was made on a device", () => {
  it("comes back with the roots of its vault", () => {
    expect(openLocalWallet({ roots, address, sealed })).toEqual(privateKey);
  });

  it("comes back after the root was renewed", () => {
    const renewed: Roots = [...roots, { firstEpoch: 4, root: countedBytes(32, 9) }];
    expect(openLocalWallet({ roots: renewed, address, sealed })).toEqual(privateKey);
  });

  it("is sealed differently every time, and its key is nowhere in it", () => {
    const again = sealLocalWallet({ roots, address, privateKey });
    expect(again).not.toEqual(sealed);
    expect(bytesToHex(again)).not.toContain(bytesToHex(privateKey).slice(2));
  });

  it("does not come back with other roots, for another address, or damaged", () => {
    const other: Roots = [{ firstEpoch: 0, root: countedBytes(32, 7) }];
    const damaged = sealed.with(30, sealed[30]! ^ 1);
    const another = `0x${"b2".repeat(20)}` as const;
    for (const wrong of [
      { roots: other, address, sealed },
      { roots, address: another, sealed },
      { roots, address, sealed: damaged },
      { roots, address, sealed: sealed.subarray(0, 20) },
      { roots, address, sealed: new Uint8Array(0) },
    ]) {
      expect(() => openLocalWallet(wrong)).toThrow(refusal("LocalWalletDamaged"));
    }
  });
});
