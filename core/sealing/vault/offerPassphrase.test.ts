import { english } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { offerPassphrase } from "./offerPassphrase.ts";
import { requireStrongPassphrase } from "./passphraseStrength.ts";

describe("a passphrase that is offered", () => {
  it("has six words, each drawn from eleven bits of sixteen", () => {
    const drawn = Uint8Array.of(0, 0, 0, 1, 7, 255, 8, 0, 255, 255, 1, 2);
    const words = [0, 1, 2_047, 0, 2_047, 258].map((at) => english[at]);
    expect(offerPassphrase(() => drawn)).toBe(words.join(" "));
    const sizes: number[] = [];
    offerPassphrase((size) => (sizes.push(size), countedBytes(size)));
    expect(sizes).toEqual([12]);
  });

  it("is another one each time, and strong enough", async () => {
    const offered = Array.from({ length: 20 }, () => offerPassphrase());
    expect(new Set(offered).size).toBe(20);
    for (const passphrase of offered) await requireStrongPassphrase(passphrase);
  });
});
