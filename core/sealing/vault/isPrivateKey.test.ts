import { hexToBytes } from "viem";
import { expect, it } from "vitest";
import { isPrivateKey } from "./isPrivateKey.ts";

const order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";

it.each([
  ["zero", "0".repeat(64), false],
  ["one", `${"0".repeat(63)}1`, true],
  ["one in its first byte", `01${"0".repeat(62)}`, true],
  ["the order of the curve less one", order.replace(/1$/, "0"), true],
  ["the order of the curve", order, false],
  ["more than that", "f".repeat(64), false],
])("%s", (_, hex, expected) => {
  expect(isPrivateKey(hexToBytes(`0x${hex}`))).toBe(expected);
});
