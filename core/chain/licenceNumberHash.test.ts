import { describe, expect, test } from "vitest";
import { BoardKeyTooShortError, LicenceNumberEmptyError, licenceNumberHash } from "./licenceNumberHash.ts";

const boardKey = new Uint8Array(32).fill(7);
const licence = { boardKey, jurisdiction: "US-MA", kind: 0, number: "MD 123-456" };

describe("the hash of a licence number", () => {
  test("is the HMAC-SHA256 that any other library computes", async () => {
    const { createHmac } = await import("node:crypto");
    const text = Buffer.concat([Buffer.from("US-MA\0"), Buffer.from([0]), Buffer.from("MD123456")]);
    expect(await licenceNumberHash(licence)).toBe(`0x${createHmac("sha256", boardKey).update(text).digest("hex")}`);
  });

  test("is the same however the number is typed", async () => {
    expect(await licenceNumberHash({ ...licence, number: "md123456" })).toBe(await licenceNumberHash(licence));
  });

  test.each([
    ["number", { number: "MD 123-457" }],
    ["kind", { kind: 1 }],
    ["jurisdiction", { jurisdiction: "US-NY" }],
    ["board", { boardKey: new Uint8Array(32).fill(8) }],
  ])("differs for another %s", async (_, change) => {
    expect(await licenceNumberHash({ ...licence, ...change })).not.toBe(await licenceNumberHash(licence));
  });

  test("needs a number", async () => {
    await expect(licenceNumberHash({ ...licence, number: " - " })).rejects.toThrow(LicenceNumberEmptyError);
  });

  test("needs a key that cannot be guessed", async () => {
    await expect(licenceNumberHash({ ...licence, boardKey: new Uint8Array(16) })).rejects.toThrow(
      BoardKeyTooShortError,
    );
  });
});
