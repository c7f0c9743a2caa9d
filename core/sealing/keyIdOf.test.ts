import { expect, it } from "vitest";
import { keyIdOf } from "./keyIdOf.ts";

it("a key's id is its BLAKE2b-256, as another library computes it", () => {
  expect(keyIdOf(Uint8Array.of(1, 2, 3))).toBe("0x11c0e79b71c3976ccd0c02d1310e2516c08edc9d8b6f57ccd680d63a4d8e72da");
});
