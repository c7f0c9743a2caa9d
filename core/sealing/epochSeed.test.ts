import { bytesToHex } from "viem";
import { describe, expect, it } from "vitest";
import { chartPlace, otherPlaces } from "#test/support/sealing/samplePlaces.ts";
import { categorySeed, epochSeed } from "./epochSeed.ts";

const root = new Uint8Array(32).fill(1);
const of = { root, chart: chartPlace, category: 2, epoch: 3 };

describe("epochSeed", () => {
  it("hangs from root, chart, category and epoch, as another library computes it", () => {
    expect(bytesToHex(categorySeed(of))).toBe("0x7624070edcf446c5e90ae4b73dc94b4614ca12270d6daf882175764d517d1ec7");
    expect(bytesToHex(epochSeed(of))).toBe("0x547b7c993dc11ca61305f8303c92f8b46eed62ae1f6085c10d3637eeec852c71");
  });

  it.each(otherPlaces(chartPlace))("is another one in a chart with another %s", (_, chart) => {
    expect(epochSeed({ ...of, chart })).not.toEqual(epochSeed(of));
  });

  it.each([{ category: 3 }, { epoch: 4 }, { root: new Uint8Array(32).fill(2) }])("is another one for %o", (change) => {
    expect(epochSeed({ ...of, ...change })).not.toEqual(epochSeed(of));
  });

  it("has no epoch that four bytes cannot hold, and no category that one cannot", () => {
    expect(() => epochSeed({ ...of, epoch: 2 ** 32 })).toThrow(RangeError);
    expect(() => epochSeed({ ...of, category: 256 })).toThrow(RangeError);
  });
});
