import { describe, expect, it } from "vitest";
import { refusal } from "#test/support/sealing/refusal.ts";
import { leastPassphraseStrength, passphraseStrength, requireStrongPassphrase } from "./passphraseStrength.ts";

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
