import { english } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { leastPassphraseStrength, passphraseStrength, requireStrongPassphrase } from "./passphraseStrength.ts";
import { offerPassphrase } from "./offerPassphrase.ts";

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

describe("a passphrase of one's own", () => {
  it.each([
    "",
    "password",
    "correct horse",
    "Ada Example 1980",
    "qwertyuiopasdfghjkl",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "2026-01-02 2026-01-02",
  ])("is refused where it could be guessed: %o", async (passphrase) => {
    await expect(requireStrongPassphrase(passphrase)).rejects.toThrow(refusal("PassphraseTooWeak"));
  });

  it("is taken where it could not", async () => {
    await requireStrongPassphrase("Vier grüne Kähne trieben 7 Tage nordwärts");
    expect(await passphraseStrength("Vier grüne Kähne trieben 7 Tage nordwärts")).toBeGreaterThan(
      leastPassphraseStrength,
    );
  });

  it("must stand a hundred million million guesses", () => {
    expect(leastPassphraseStrength).toBe(14);
  });

  it("is measured as it will be used, however its letters were typed", async () => {
    expect(await passphraseStrength("ｐａｓｓｗｏｒｄ")).toBe(await passphraseStrength("password"));
  });

  it("has a strength that grows with what somebody must guess", async () => {
    expect(await passphraseStrength("password")).toBeLessThan(3);
    expect(await passphraseStrength("xV9#kL2!qT7$")).toBeCloseTo(12, 0);
  });
});
