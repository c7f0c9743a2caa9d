import fc from "fast-check";
import { sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { cidHasher } from "./cidHasher.ts";

const leafSize = 1_048_576;

async function cidOf(...parts: readonly Uint8Array[]): Promise<string> {
  const hasher = cidHasher();
  for (const part of parts) await hasher.update(part);
  return hasher.digest();
}

/** The same by other means: the whole tree in hexadecimal, by a rule for each level, from the hashes of the leaves. */
function cidOfTree(leaves: readonly { hash: string; length: number }[]): string {
  const raw = leaves.map(({ hash, length }) => ({ cid: `01551220${hash}`, total: length, tsize: length }));
  let level = raw;
  while (level.length > 1) {
    const above: typeof raw = [];
    for (let i = 0; i < level.length; i += 1_024) {
      const children = level.slice(i, i + 1_024);
      const total = children.reduce((sum, child) => sum + child.total, 0);
      const links = children.map(({ cid, tsize }) => field("12", `0a24${cid}120018${leb(tsize)}`));
      const sizes = children.map((child) => `20${leb(child.total)}`);
      const node = `${links.join("")}${field("0a", `080218${leb(total)}${sizes.join("")}`)}`;
      const hash = sha256(`0x${node}`).slice(2);
      const tsize = node.length / 2 + children.reduce((sum, child) => sum + child.tsize, 0);
      above.push({ cid: `01701220${hash}`, total, tsize });
    }
    level = above;
  }
  const digits = `0x${level[0]!.cid}00`;
  const symbols = (BigInt(digits) >> 6n).toString(32).padStart(58, "0");
  return `b${symbols.replace(/./g, (symbol) => "abcdefghijklmnopqrstuvwxyz234567"[parseInt(symbol, 32)]!)}`;
}

function field(head: string, hex: string): string {
  return `${head}${leb(hex.length / 2)}${hex}`;
}

/** Seven bits a byte, the lowest first, all but the last with the eighth bit set. */
function leb(value: number): string {
  const groups = value
    .toString(2)
    .padStart(Math.ceil(value.toString(2).length / 7) * 7, "0")
    .match(/.{7}/g)!;
  return groups
    .toReversed()
    .map((bits, i) =>
      parseInt(`${i < groups.length - 1 ? 1 : 0}${bits}`, 2)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("");
}

function leavesOf(bytes: Uint8Array) {
  return Array.from({ length: Math.max(1, Math.ceil(bytes.length / leafSize)) }, (_, i) => {
    const leaf = bytes.subarray(i * leafSize, (i + 1) * leafSize);
    return { hash: sha256(leaf).slice(2), length: leaf.length };
  });
}

describe("cidHasher", () => {
  it("says the CIDs that everybody knows", async () => {
    expect(await cidOf()).toBe("bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku");
    expect(await cidOf(new TextEncoder().encode("hello world"))).toBe(
      "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e",
    );
  });

  it.each([
    0,
    1,
    leafSize - 1,
    leafSize,
    leafSize + 1,
    leafSize + 127,
    leafSize + 128,
    2 * leafSize,
    3 * leafSize,
    3 * leafSize + 5,
  ])("says for %i bytes what another way of counting says", async (size) => {
    const bytes = countedBytes(size);
    expect(await cidOf(bytes)).toBe(cidOfTree(leavesOf(bytes)));
  });

  it("does not depend on how the bytes were cut", async () => {
    const bytes = countedBytes(2 * leafSize + 9);
    const expected = await cidOf(bytes);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: bytes.length }), { maxLength: 9 }), async (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const parts = places.slice(1).map((to, i) => bytes.subarray(places[i], to));
        expect(await cidOf(...parts)).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("has taken what it was given: the same memory may be filled anew at once", async () => {
    const memory = countedBytes(leafSize);
    const expected = await cidOf(memory.slice(), countedBytes(leafSize, 5));
    const hasher = cidHasher();
    await hasher.update(memory);
    memory.set(countedBytes(leafSize, 5));
    await hasher.update(memory);
    memory.fill(0);
    expect(await hasher.digest()).toBe(expected);
  });

  it("keeps files apart although one hasher is asked again while others are at work", async () => {
    const [one, other] = [countedBytes(1000, 1), countedBytes(1000, 2)];
    const apart = [await cidOf(one), await cidOf(other)];
    const early = cidHasher();
    await early.digest();
    const hashers = [cidHasher(), await early.digest().then(cidHasher)] as const;
    await hashers[0].update(one);
    await hashers[1].update(other);
    expect([await hashers[0].digest(), await hashers[1].digest()]).toEqual(apart);
  });

  it("keeps files apart that are hashed at the same time, and after one another", async () => {
    const [one, other] = [countedBytes(leafSize + 3, 1), countedBytes(leafSize + 3, 2)];
    const apart = [await cidOf(one), await cidOf(other)];
    const hashers = [cidHasher(), cidHasher()] as const;
    for (let at = 0; at < one.length; at += 300_000) {
      await Promise.all([
        hashers[0].update(one.subarray(at, at + 300_000)),
        hashers[1].update(other.subarray(at, at + 300_000)),
      ]);
    }
    expect([await hashers[0].digest(), await hashers[1].digest()]).toEqual(apart);
    expect([await cidOf(one), await cidOf(other)]).toEqual(apart);
  });

  it.each([1_024, 1_025])("builds a tree of as many levels as %i leaves take", { timeout: 20_000 }, async (count) => {
    const leaf = countedBytes(leafSize);
    const hasher = cidHasher();
    for (let i = 0; i < count; i++) await hasher.update(leaf);
    const ofLeaf = leavesOf(leaf)[0]!;
    expect(await hasher.digest()).toBe(cidOfTree(Array.from({ length: count }, () => ofLeaf)));
  });
});
