import { bytesToHex, sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { chartPlace, otherPlaces } from "#test/support/sealing/samplePlaces.ts";
import { epochSeed } from "../epochSeed.ts";
import { keyIdOf } from "../keyIdOf.ts";
import { keyPairOf } from "../keyPairOf.ts";
import { keysetOf } from "./keysetOf.ts";

const of = { root: countedBytes(32, 1), chart: chartPlace, epoch: 3, suite: 1 } as const;

const ids = (bytes: Uint8Array) =>
  Array.from({ length: 11 }, (_, i) => bytesToHex(bytes.subarray(7 + 33 * i, 39 + 33 * i)));

describe("keysetOf", () => {
  it("names every category with the id of its key in the epoch", () => {
    const keyset = keysetOf(of);
    expect(keyset.length).toBe(369);
    expect([...keyset.subarray(0, 6)]).toEqual([0x4f, 0x43, 0x4b, 0x31, 1, 11]);
    for (let category = 0; category < 11; category++) {
      const { publicKey } = keyPairOf(epochSeed({ ...of, category }), 1);
      expect(keyset[6 + 33 * category]).toBe(category);
      expect(bytesToHex(keyset.subarray(7 + 33 * category, 39 + 33 * category))).toBe(keyIdOf(publicKey));
    }
  });

  it("is the same for good: a byte that changes needs a new version", () => {
    expect(sha256(keysetOf(of))).toBe("0x38aba742b265949c2f795eeefae4164e212a412af9bbbd6cb6b847814fbc1c04");
    expect(sha256(keysetOf({ ...of, suite: 2 }))).toBe(
      "0xe4b863bf6d7d6eb8face1344b14b88af6232c7a34ca3a21090991c06058cbf68",
    );
  });

  it.each([{ epoch: 4 }, { root: countedBytes(32, 2) }, ...otherPlaces(chartPlace).map(([, chart]) => ({ chart }))])(
    "shares no key with that of %o",
    (change) => {
      const other = new Set(ids(keysetOf({ ...of, ...change })));
      expect(ids(keysetOf(of)).filter((id) => other.has(id))).toEqual([]);
    },
  );
});
