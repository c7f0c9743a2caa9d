import fc from "fast-check";
import { concat, sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { heapWatch } from "#test/support/sealing/heapWatch.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { recordPlace } from "#test/support/sealing/samplePlaces.ts";
import { stalledStream, watchedStream } from "#test/support/sealing/watchedStream.ts";
import { bodySize } from "./bodySize.ts";
import { bytesOf } from "./bytesOf.ts";
import { cidHasher } from "./cidHasher.ts";
import { openBody } from "./openBody.ts";
import { sealBody } from "./sealBody.ts";
import { streamOf } from "./streamOf.ts";

const dek = countedBytes(32, 1);
const place = recordPlace;
const random = (size: number) => countedBytes(size, 2);
const sealed = (content: ReadableStream<Uint8Array>, length: number) =>
  sealBody({ content, length, dek, place, random });
const abandoned = expect.objectContaining({
  name: "AbortError",
  message: "The body was not read to its end.",
}) as Error;

async function cidOf(bytes: Uint8Array): Promise<string> {
  const hasher = cidHasher();
  await hasher.update(bytes);
  return hasher.digest();
}

describe("sealBody", () => {
  it("seals to the same bytes by the same randomness: a byte that changes needs a new version", async () => {
    const { body, size, cid } = sealed(streamOf(countedBytes(70_000)), 70_000);
    const bytes = await bytesOf(body);
    expect([bytes.length, sha256(bytes)]).toEqual([
      size,
      "0x27e5eed8a0d5652e263dc2717e56235d480164d6098d936a9cb52a606ac7ef1b",
    ]);
    expect([...bytes.subarray(0, 8)]).toEqual([0x4f, 0x43, 0x42, 0x31, 1, 16, 0, 0]);
    expect(bytes.subarray(8, 32)).toEqual(countedBytes(24, 2));
    expect(await cid).toBe(await cidOf(bytes));
  });

  it.each([
    0, 1, 4_087, 4_088, 4_089, 65_527, 65_528, 65_529, 67_576, 67_577, 131_063, 131_064, 131_065, 2_097_144, 2_097_145,
    4_194_297,
  ])("says before how long the body of %i bytes is, after what its CID is, and it opens", async (length) => {
    const content = countedBytes(length);
    const { body, size, cid } = sealed(streamOf(content), length);
    const bytes = await bytesOf(body);
    expect(size).toBe(bodySize(length));
    expect(bytes.length).toBe(size);
    const opened = openBody({ body: streamOf(bytes), cid: await cid, dek, place });
    expect(sha256(await bytesOf(opened))).toBe(sha256(content));
  });

  it("seals to the same bytes however the content is cut", async () => {
    const content = countedBytes(140_000);
    const expected = sha256(await bytesOf(sealed(streamOf(content), content.length).body));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: content.length }), { maxLength: 9 }), async (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), content.length];
        const chunks = places.slice(1).map((to, i) => content.subarray(places[i], to));
        const { body } = sealed(watchedStream(chunks).stream, content.length);
        expect(sha256(await bytesOf(body))).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("draws another header each time", async () => {
    const [one, other] = [0, 0].map(() => sealBody({ content: streamOf(countedBytes(9)), length: 9, dek, place }));
    const [first, second] = [await bytesOf(one!.body), await bytesOf(other!.body)];
    expect(first.subarray(8, 32)).not.toEqual(second.subarray(8, 32));
  });

  it("takes no more of the content than is read of the body", async () => {
    const { stream, taken } = watchedStream(Array.from({ length: 20 }, () => countedBytes(65_536)));
    const reader = sealed(stream, 20 * 65_536).body.getReader();
    expect(taken()).toBe(0);
    await reader.read();
    expect(taken()).toBe(0);
    for (let i = 0; i < 3; i++) await reader.read();
    expect(taken()).toBe(3);
    await reader.cancel();
  });

  it.each([-1, 0.5, 2 ** 52 + 1])("refuses %o as a length", (length) => {
    expect(() => sealed(streamOf(countedBytes(1)), length)).toThrow(RangeError);
  });
});

describe("a content of another length than was said", () => {
  it.each([
    ["longer", 99, 100],
    ["longer", 0, 1],
    ["longer", 65_528, 65_529],
    ["longer", 65_528, 200_000],
    ["shorter", 101, 100],
    ["shorter", 1, 0],
    ["shorter", 65_529, 65_528],
    ["shorter", 200_000, 65_528],
  ])("is refused where it is %s, and what was sealed of it does not open", async (detail, said, length) => {
    const { stream, isCancelled } = watchedStream([countedBytes(length), countedBytes(0)]);
    const { body, cid } = sealed(stream, said);
    const chunks: Uint8Array[] = [];
    const reading = (async () => {
      for await (const chunk of body) chunks.push(chunk);
    })();
    await expect(reading).rejects.toThrow(refusal("ContentOfAnotherLength", detail));
    await expect(cid).rejects.toThrow(abandoned);
    expect(isCancelled()).toBe(detail === "longer");
    const rest = concat(chunks);
    const opened = openBody({ body: streamOf(rest), cid: await cidOf(rest), dek, place });
    await expect(bytesOf(opened)).rejects.toThrow(refusal("BodyDamaged"));
  });

  it("is refused although it never ends", async () => {
    const endless = watchedStream(
      (function* () {
        for (;;) yield countedBytes(1_000);
      })(),
    );
    await expect(bytesOf(sealed(endless.stream, 5_500).body)).rejects.toThrow(refusal("ContentOfAnotherLength"));
    expect([endless.taken(), endless.isCancelled()]).toEqual([6, true]);
  });
});

describe("sealing that is given up", () => {
  it.each([0, 1, 2, 3])("after %i reads cancels the content, gives memory back and knows no CID", async (reads) => {
    const heap = heapWatch();
    const { stream, isCancelled } = watchedStream(Array.from({ length: 9 }, () => countedBytes(65_536)));
    const { body, cid } = sealed(stream, 9 * 65_536);
    const reader = body.getReader();
    for (let i = 0; i < reads; i++) await reader.read();
    await reader.cancel();
    expect([isCancelled(), heap.held()]).toEqual([true, []]);
    await expect(cid).rejects.toThrow(abandoned);
  });

  it("does not wait for a content that no longer answers", async () => {
    const heap = heapWatch();
    const { stream, isCancelled } = stalledStream(countedBytes(65_536));
    const { body, cid } = sealed(stream, 9 * 65_536);
    const reader = body.getReader();
    for (let i = 0; i < 2; i++) await reader.read();
    const waiting = reader.read();
    await reader.cancel();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect([isCancelled(), heap.held()]).toEqual([true, []]);
    await expect(cid).rejects.toThrow(abandoned);
  });

  it("because the content broke off says so, and gives memory back", async () => {
    const heap = heapWatch();
    const { stream } = watchedStream([countedBytes(70_000), Promise.reject(new Error("disk gone"))]);
    const { body, cid } = sealed(stream, 100_000);
    await expect(bytesOf(body)).rejects.toThrow("disk gone");
    await expect(cid).rejects.toThrow(abandoned);
    expect(heap.held()).toEqual([]);
  });
});

it("sealing many bodies takes no more memory than sealing one", async () => {
  const heap = heapWatch();
  for (let i = 0; i < 50; i++) await bytesOf(sealed(streamOf(countedBytes(9)), 9).body);
  expect(heap.held()).toEqual([]);
});
