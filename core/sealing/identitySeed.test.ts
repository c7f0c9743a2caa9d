import { bytesToHex } from "viem";
import { describe, expect, it } from "vitest";
import { addressOf, chainId, subject } from "#test/support/sealing/samplePlaces.ts";
import { identitySeed } from "./identitySeed.ts";

const of = { root: new Uint8Array(32).fill(1), chainId, address: subject };

describe("identitySeed", () => {
  it("hangs from root, chain and address, as another library computes it", () => {
    expect(bytesToHex(identitySeed(of))).toBe("0x85f5dcf7bd3dc5bc5896942e3ac21881feef3ffee34d04b480ab950519ee14b8");
  });

  it.each([{ root: new Uint8Array(32) }, { chainId: chainId + 1 }, { address: addressOf(0x51) }])(
    "is another one for %o",
    (change) => {
      expect(identitySeed({ ...of, ...change })).not.toEqual(identitySeed(of));
    },
  );
});
