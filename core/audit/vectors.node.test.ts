import { createHash } from "node:crypto";
import type { Address, Hex } from "viem";
import { describe, expect, it } from "vitest";
import { entryHead } from "./entryHead.ts";
import { leafHash } from "./leafHash.ts";
import { nodeHash } from "./nodeHash.ts";
import { rootOf } from "./rootOf.ts";

/** The formats of docs/gateway.md written out by hand, so that gateway and reader cannot err together. */
const byHand = (...parts: string[]): Hex =>
  `0x${createHash("sha256")
    .update(Buffer.from(parts.join(""), "hex"))
    .digest("hex")}`;

const subject: Address = `0x${"5b".repeat(20)}`;
const to: Address = `0x${"d0".repeat(20)}`;
const zeros = "00".repeat(32);
const salt = "5a".repeat(32);
const [one, two] = ["c1".repeat(32), "c2".repeat(32)];
const first = "fd706165016612647a7b5b188269559260b6a79a310d2cf282ed8cba860fa53f";

describe("an entry's head", () => {
  it("is the hash of the head before, whose, which, when, to whom and what", () => {
    const head = entryHead({
      previous: `0x${zeros}`,
      subject,
      count: 1,
      at: 1_800_000_000,
      to,
      capsules: [`0x${one}`, `0x${two}`],
    });
    const [count, at, length] = ["0000000000000001", "000000006b49d200", "00000002"];
    expect(head).toBe(byHand("4f434c31", zeros, "5b".repeat(20), count, at, "d0".repeat(20), length, one, two));
    expect(head).toBe(`0x${first}`);
  });

  it("goes on from the one before", () => {
    const later = { subject, count: 2, at: 2 ** 40, to, capsules: [`0x${two}`] } as const;
    const [count, at, length] = ["0000000000000002", "0000010000000000", "00000001"];
    expect(entryHead({ ...later, previous: `0x${first}` })).toBe(
      byHand("4f434c31", first, "5b".repeat(20), count, at, "d0".repeat(20), length, two),
    );
  });

  it("is the same for an address in any spelling", () => {
    const entry = { previous: `0x${zeros}`, subject, count: 1, at: 1, capsules: [] } as const;
    expect(entryHead({ ...entry, to: `0x${"D0".repeat(20)}` })).toBe(entryHead({ ...entry, to }));
  });
});

describe("the tree", () => {
  const leaf = byHand("00", byHand(salt, "5b".repeat(20)).slice(2), "0000000000000102", first);

  it("has leaves of salted subject, count and head", () => {
    expect(leafHash({ salt: `0x${salt}`, subject, count: 258, head: `0x${first}` })).toBe(leaf);
    expect(leaf).toBe("0x0903a21f910574e8c5f7df0b6049f3d94c899be98166ef79440cc0abd2c2f752");
  });

  it("has nodes of two below", () => {
    expect(nodeHash({ left: `0x${one}`, right: `0x${two}` })).toBe(byHand("01", one, two));
  });

  it("of three leaves lets the third move up", () => {
    const pair = byHand("01", one, two);
    const root = byHand("01", pair.slice(2), leaf.slice(2));
    expect(rootOf({ index: 2, leaf, siblings: [null, pair] })).toBe(root);
    expect(rootOf({ index: 0, leaf: `0x${one}`, siblings: [`0x${two}`, leaf] })).toBe(root);
    expect(rootOf({ index: 1, leaf: `0x${two}`, siblings: [`0x${one}`, leaf] })).toBe(root);
  });
});
