import { deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { fuzzRuns } from "#test/support/fuzzing.ts";
import { createSearch } from "./createSearch.ts";
import { parseSecrets } from "./Secret.ts";

const root = { name: "a root", bytes: randomBytes(32) };
const title = { name: "a title", bytes: Buffer.from('Ünterschenkel links, 2. Aufnahme: "frei" <x> q7Zk0v') };

async function foundIn(bytes: Uint8Array | Uint8Array[], secrets = [root, title]) {
  const search = createSearch(secrets);
  await search.through("here", Array.isArray(bytes) ? bytes : [bytes]);
  return [...new Set(search.findings().map(({ secret }) => secret))];
}

const text = Buffer.from(title.bytes).toString();
const utf16 = Buffer.from(text, "utf16le");
const hex = Buffer.from(root.bytes).toString("hex");

/** What programs do to bytes. Each of these is found, whatever stands around it. */
const ways: [how: string, name: string, written: string | Uint8Array][] = [
  ["as it is", "a root", root.bytes],
  ["reversed", "a root", root.bytes.toReversed()],
  ["in hex", "a root", hex],
  ["in capitals of hex", "a root", hex.toUpperCase()],
  ["as decimals in JSON", "a root", JSON.stringify([...root.bytes])],
  ["as a typed array in JSON", "a root", JSON.stringify(root.bytes)],
  ["as a Buffer in JSON", "a root", JSON.stringify(Buffer.from(root.bytes))],
  ["as a Buffer on the console", "a root", `<Buffer ${hex.replaceAll(/..(?=.)/g, "$& ")}>`],
  ["as a text", "a title", text],
  ["in UTF-16", "a title", utf16],
  ["in UTF-16, big end first", "a title", Buffer.from(utf16).swap16()],
  ["in a URL", "a title", encodeURIComponent(text)],
  ["in a form", "a title", new URLSearchParams({ title: text }).toString()],
  ["in a URL, every byte", "a title", hexOf(title.bytes).replaceAll(/../g, "%$&")],
  ["in JSON", "a title", JSON.stringify({ title: text })],
  ["in JSON, ASCII alone", "a title", JSON.stringify(text).replaceAll("Ü", "\\u00dc")],
  ["in HTML", "a title", text.replaceAll('"', "&quot;").replaceAll("<", "&lt;")],
  ["its middle alone", "a root", root.bytes.subarray(3, 26)],
  ["its end in hex", "a root", hex.slice(-32)],
];

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

describe("a search", () => {
  test.each(ways)("finds a secret written %s", async (_, name, written) => {
    const around = [randomBytes(1001), Buffer.from(written as string), randomBytes(999)];
    expect(await foundIn(Buffer.concat(around))).toEqual([name]);
  });

  test("finds it in base64 at every alignment, of both kinds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5), fc.nat(5), fc.constantFrom("base64", "base64url"), async (before, after, kind) => {
        const carried = Buffer.concat([randomBytes(before), root.bytes, randomBytes(after)]);
        expect(await foundIn(Buffer.from(`{"body":"${carried.toString(kind as "base64")}"}`))).toEqual(["a root"]);
      }),
      { numRuns: fuzzRuns(60) },
    );
  });

  test.each([
    ["gzip", gzipSync],
    ["zlib", deflateSync],
    ["zstd", zstdCompressSync],
  ] as const)("finds it in what %s has packed, also where that is damaged further on", async (_, pack) => {
    const packed = pack(Buffer.concat([Buffer.alloc(500, "line\n"), Buffer.from(hex), randomBytes(70_000)]));
    expect(await foundIn(Buffer.concat([randomBytes(77), packed, randomBytes(50)]))).toEqual(["a root"]);
    expect(await foundIn(Buffer.concat([packed.subarray(0, 60_000), randomBytes(5000)]))).toEqual(["a root"]);
    expect(await foundIn(gzipSync(pack(root.bytes)))).toEqual(["a root"]);
  });

  test("finds it wherever what is read was cut", async () => {
    const all = Buffer.concat([randomBytes(2 ** 20 - 16), root.bytes, randomBytes(2 ** 20), gzipSync(title.bytes)]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1000, max: 2 ** 21 }), async (size) => {
        const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
          all.subarray(i * size, (i + 1) * size),
        );
        expect(await foundIn(pieces)).toEqual(["a root", "a title"]);
      }),
      { numRuns: fuzzRuns(5) },
    );
  });

  test("finds nothing in noise, nor in fifteen bytes of a secret", async () => {
    expect(await foundIn(randomBytes(2 ** 22))).toEqual([]);
    expect(await foundIn(Buffer.concat([randomBytes(10), root.bytes.subarray(0, 15), randomBytes(10)]))).toEqual([]);
  });

  test("says where and how, and never what", async () => {
    const search = createSearch([root]);
    await search.through("a log", [gzipSync(hex)]);
    expect(search.findings()[0]).toEqual({ secret: "a root", where: "a log", how: "gzip, hex" });
    expect(JSON.stringify(search.findings())).not.toContain(hex.slice(0, 8));
  });

  test("for three thousand secrets looks through some MB a second", async () => {
    const secrets = Array.from({ length: 3000 }, (_, i) => ({ name: `secret ${i}`, bytes: randomBytes(32) }));
    const begun = performance.now();
    expect(await foundIn(Buffer.concat([randomBytes(2 ** 23), secrets[2999]!.bytes]), secrets)).toEqual([
      "secret 2999",
    ]);
    const seconds = (performance.now() - begun) / 1000;
    expect(seconds).toBeLessThan(40);
  });
});

describe("a list of secrets", () => {
  test("holds texts and bytes", () => {
    const [first, second] = parseSecrets('[{"name":"a","text":"a long text"},{"name":"b","hex":"0x0102030405060708"}]');
    expect([Buffer.from(first!.bytes).toString(), second!.bytes.length]).toEqual(["a long text", 8]);
  });

  test.each([
    ["no JSON", "x"],
    ["no list", "{}"],
    ["something else in it", '[{"name":"a","value":"a long text"}]'],
    ["what is found by chance", '[{"name":"a","text":"123456"}]'],
    ["what is nearly all one byte", '[{"name":"a","text":"--------------"}]'],
  ])("is refused with %s", (_, json) => {
    expect(() => parseSecrets(json)).toThrow(/^The list of secrets cannot be used/);
  });
});
