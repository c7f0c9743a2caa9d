import { bytesToHex, sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes, countedDraws } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { sampleEntry } from "#test/support/sealing/sampleEntry.ts";
import { recordPlace } from "#test/support/sealing/samplePlaces.ts";
import { commitmentTo } from "../commitmentTo.ts";
import { keyIdOf } from "../keyIdOf.ts";
import { keyPairOf } from "../keyPairOf.ts";
import { recordContext } from "../recordContext.ts";
import { suites } from "../suites.ts";
import { sealCapsule } from "./sealCapsule.ts";

const dek = countedBytes(32, 1);
const { publicKey } = keyPairOf(countedBytes(32, 2), 2);
const of = { entry: sampleEntry, dek, suite: 2, publicKey, place: recordPlace } as const;
/** Everything but the entry. */
const frame = 72 + suites[2].wrapSize + 24 + 16;

/** An entry whose JSON has exactly this many bytes. */
function entryOf(size: number) {
  const rest = JSON.stringify({ ...sampleEntry, title: "" }).length;
  return { ...sampleEntry, title: "t".repeat(size - rest) };
}

describe("sealCapsule", () => {
  it("seals to the same bytes by the same randomness: a byte that changes needs a new version", () => {
    expect(sha256(sealCapsule({ ...of, random: countedDraws() }))).toBe(
      "0xf5584c78b7c96d956fa2f54364b205194a6eea3c471dbd636065ecd41f15e2b4",
    );
  });

  it.each([1, 2] as const)("says in suite %i what anybody may see: format, suite, key id and commitment", (suite) => {
    const pair = keyPairOf(countedBytes(32, 2), suite);
    const capsule = sealCapsule({ ...of, suite, publicKey: pair.publicKey });
    expect([...capsule.subarray(0, 8)]).toEqual([0x4f, 0x43, 0x43, 0x31, suite, 1, 0, 0]);
    expect(bytesToHex(capsule.subarray(8, 40))).toBe(keyIdOf(pair.publicKey));
    expect(capsule.subarray(40, 72)).toEqual(commitmentTo(dek, recordContext(recordPlace)));
    expect(capsule.length).toBe(72 + suites[suite].wrapSize + 24 + 256 + 16);
  });

  it("draws nonce and wrap anew each time", () => {
    const [one, other] = [sealCapsule(of), sealCapsule(of)];
    for (const [from, to] of [
      [72, 1240],
      [1240, 1264],
      [1264, one.length],
    ]) {
      expect(one.subarray(from, to)).not.toEqual(other.subarray(from, to));
    }
  });

  it.each([
    [256, 256],
    [257, 512],
    [16_384, 16_384],
  ])("gives an entry of %i bytes the room of %i", (size, room) => {
    expect(sealCapsule({ ...of, entry: entryOf(size) }).length).toBe(frame + room);
  });

  it("refuses an entry that is too long", () => {
    expect(() => sealCapsule({ ...of, entry: entryOf(16_385) })).toThrow(refusal("EntryTooLong"));
  });

  it("refuses a key that is none", () => {
    expect(() => sealCapsule({ ...of, publicKey: new Uint8Array(1216).fill(0xff) })).toThrow(refusal("UnknownFormat"));
    expect(() => sealCapsule({ ...of, suite: 1 })).toThrow(refusal("UnknownFormat", "size of the public key"));
  });
});
