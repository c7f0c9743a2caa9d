import { bytesToHex } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { addressOf, chainId, subject } from "#test/support/sealing/samplePlaces.ts";
import { slotKey } from "./slotKey.ts";

const of = { kind: "device", factor: countedBytes(32, 1), salt: countedBytes(16, 2), chainId, address: subject };

describe("slotKey", () => {
  it("is HKDF-SHA256 of the factor, as another library computes it", async () => {
    expect(bytesToHex(await slotKey(of))).toBe("0x6b260dc59706af7b50d3f595b03cf982a823c4dd662ba9cc0eac40dbdd21ffa2");
  });

  it.each([
    { kind: "recovery" },
    { factor: countedBytes(32, 2) },
    { salt: countedBytes(16, 1) },
    { chainId: chainId + 1 },
    { address: addressOf(0x51) },
  ])("is another one for %o", async (change) => {
    expect(await slotKey({ ...of, ...change })).not.toEqual(await slotKey(of));
  });
});
