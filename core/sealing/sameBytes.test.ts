import { describe, expect, it } from "vitest";
import { sameBytes } from "./sameBytes.ts";

describe("sameBytes", () => {
  it("are the same where each byte is", () => {
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
  });

  it("are not the same where one is the beginning of the other", () => {
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
    expect(sameBytes(Uint8Array.of(1), Uint8Array.of(1, 2))).toBe(false);
  });
});
