import fc from "fast-check";
import { concat, sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { damagedBytes } from "#test/support/sealing/damagedBytes.ts";
import { heapWatch } from "#test/support/sealing/heapWatch.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { otherPlaces, recordPlace } from "#test/support/sealing/samplePlaces.ts";
import { stalledStream, watchedStream } from "#test/support/sealing/watchedStream.ts";
import { SealingError } from "../SealingError.ts";
import { uint64 } from "../integerBytes.ts";
import { keyedHash } from "../keyedHash.ts";
import { recordContext } from "../recordContext.ts";
import { sodium } from "../sodium.ts";
import { bytesOf } from "./bytesOf.ts";
import { cidHasher } from "./cidHasher.ts";
import { openBody } from "./openBody.ts";
import { sealBody } from "./sealBody.ts";
import { streamOf } from "./streamOf.ts";

const dek = countedBytes(32, 1);
const place = recordPlace;
const [message, push, rekey, final] = [0, 1, 2, 3];
const [chunkSize, sealedChunk, head] = [65_536, 65_553, 32];

const content = countedBytes(140_000);
const body = await sealed(content);
const shortBody = await sealed(countedBytes(9));
/** Its final chunk is as long as a chunk can be. */
const fullBody = await sealed(countedBytes(65_528));

async function sealed(bytes: Uint8Array): Promise<Uint8Array> {
  return bytesOf(sealBody({ content: streamOf(bytes), length: bytes.length, dek, place }).body);
}

async function cidOf(bytes: Uint8Array): Promise<string> {
  const hasher = cidHasher();
  await hasher.update(bytes);
  return hasher.digest();
}

/** Opens what its CID says it is: so whatever is refused then is damage, not another file. */
async function open(bytes: Uint8Array): Promise<Uint8Array> {
  return bytesOf(openBody({ body: streamOf(bytes), cid: await cidOf(bytes), dek, place }));
}

/** What somebody seals who has the key, but not our program. */
function forged(...chunks: readonly [plaintext: Uint8Array, tag: number][]): Uint8Array {
  const key = keyedHash(dek, "ownchart/body", recordContext(place));
  const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key);
  const messages = chunks.map(([plaintext, tag]) =>
    sodium.crypto_secretstream_xchacha20poly1305_push(state, plaintext, null, tag),
  );
  return concat([body.subarray(0, 8), header, ...messages]);
}

function* endless(...first: Uint8Array[]) {
  yield* first;
  const garbage = countedBytes(2 ** 20);
  for (;;) yield garbage;
}

/** Length, content and zeros, in all of this size. */
function padded(length: number | Uint8Array, size: number, filled: Uint8Array = new Uint8Array(0)): Uint8Array {
  const plaintext = new Uint8Array(size);
  plaintext.set(typeof length === "number" ? uint64(length) : length);
  plaintext.set(filled, 8);
  return plaintext;
}

function changed(bytes: Uint8Array, at: number, mask = 1): Uint8Array {
  return bytes.map((byte, i) => (i === at ? byte ^ mask : byte));
}

describe("openBody", () => {
  it("opens what was sealed, however it arrives", async () => {
    const cid = await cidOf(body);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: body.length }), { maxLength: 9 }), async (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), body.length];
        const { stream } = watchedStream(places.slice(1).map((to, i) => body.subarray(places[i], to)));
        expect(sha256(await bytesOf(openBody({ body: stream, cid, dek, place })))).toBe(sha256(content));
      }),
      { numRuns: 20 },
    );
  });

  it("opens what another program sealed by the same rules", async () => {
    expect(await open(forged([padded(3, 4_096, Uint8Array.of(7, 8, 9)), final]))).toEqual(Uint8Array.of(7, 8, 9));
  });

  it("gives out nothing where there is nothing", async () => {
    const empty = await sealed(new Uint8Array(0));
    const opened = openBody({ body: streamOf(empty), cid: await cidOf(empty), dek, place });
    expect(await Array.fromAsync(opened)).toEqual([]);
  });

  it("gives content out before all of a long body has come", async () => {
    const long = await sealed(countedBytes(3 * 2 ** 20));
    const chunks = Array.from({ length: Math.ceil(long.length / 2 ** 18) }, (_, i) =>
      long.subarray(i * 2 ** 18, (i + 1) * 2 ** 18),
    );
    const { stream, taken } = watchedStream(chunks);
    const reader = openBody({ body: stream, cid: await cidOf(long), dek, place }).getReader();
    expect((await reader.read()).value).toEqual(countedBytes(chunkSize - 8));
    expect(taken()).toBeLessThan(8);
    await reader.cancel();
  });
});

describe("a body that is damaged", () => {
  const damages: [what: string, detail: string, bytes: Uint8Array][] = [
    ["there is none", "it ends within its head", new Uint8Array(0)],
    ["it ends in its head", "it ends within its head", body.subarray(0, head - 1)],
    ...Array.from({ length: 8 }, (_, at): [string, string, Uint8Array] => [
      `byte ${at} is another`,
      "head",
      changed(body, at),
    ]),
    ["it ends after its head", "it ends before the final chunk", body.subarray(0, head)],
    ["the header of the stream is another", "a chunk does not open", changed(body, 8)],
    ["the header of the stream is another at its end", "a chunk does not open", changed(body, head - 1)],
    ["the first chunk is another", "a chunk does not open", changed(body, head)],
    ["the second chunk is another", "a chunk does not open", changed(body, head + sealedChunk, 0x80)],
    ["the last byte is another", "a chunk does not open", changed(body, body.length - 1)],
    [
      "a chunk is missing",
      "a chunk does not open",
      concat([body.subarray(0, head), body.subarray(head + sealedChunk)]),
    ],
    [
      "a chunk is there twice",
      "a chunk does not open",
      concat([body.subarray(0, head + sealedChunk), body.subarray(head)]),
    ],
    ["its last byte is missing", "a chunk does not open", body.subarray(0, -1)],
    ["its last chunk is less than a tag", "a chunk does not open", body.subarray(0, head + sealedChunk + 16)],
    ["its last chunk is missing", "it ends before the final chunk", body.subarray(0, head + 2 * sealedChunk)],
    ["something follows a short final chunk", "a chunk does not open", concat([body, new Uint8Array(1)])],
    [
      "something follows a full final chunk",
      "something follows the final chunk",
      concat([fullBody, new Uint8Array(1)]),
    ],
    ["another body follows", "something follows the final chunk", concat([fullBody, fullBody.subarray(head)])],
    ["a chunk ends a part", "tag of a chunk", forged([padded(chunkSize, chunkSize), push], [padded(0, 4_096), final])],
    ["a chunk changes the key", "tag of a chunk", forged([padded(0, 4_096), rekey])],
    ["its last chunk is short and not final", "size of a chunk", forged([padded(0, 4_096), message])],
    [
      "its final chunk is empty",
      "size of a chunk",
      forged([padded(65_528, chunkSize), message], [new Uint8Array(0), final]),
    ],
    ["it is shorter than a length", "length", forged([new Uint8Array(7), final])],
    ["its length is more than a body can have", "length", forged([padded(2 ** 52 + 1, 4_096), final])],
    ["its length is more than a number", "length", forged([padded(new Uint8Array(8).fill(0xff), 4_096), final])],
    ["it has the longest length", "less padding than there must be", forged([padded(2 ** 52, 4_096), final])],
    ["it is a length alone", "less padding than there must be", forged([padded(0, 8), final])],
    ["its padding begins with a one", "padding is not zero", forged([padded(3, 4_096, countedBytes(4, 1)), final])],
    ["its padding ends with a one", "padding is not zero", forged([changed(padded(3, 4_096), 4_095), final])],
    [
      "its padding is not zero in a later chunk",
      "padding is not zero",
      forged([padded(chunkSize, chunkSize), message], [changed(new Uint8Array(2_048), 8), final]),
    ],
    ["its padding is too long", "more padding than there must be", forged([padded(3, 4_097), final])],
    [
      "its padding goes on in another chunk",
      "more padding than there must be",
      forged([padded(65_528, chunkSize), message], [new Uint8Array(1), final]),
    ],
    ["its padding is too short", "less padding than there must be", forged([padded(3, 4_095), final])],
    ["it is shorter than it says", "less padding than there must be", forged([padded(4_089, 4_096), final])],
  ];

  it.each(damages)("is refused as that: %s (%s)", async (_, detail, bytes) => {
    await expect(open(bytes)).rejects.toThrow(refusal("BodyDamaged", detail));
  });

  it.each(damages)("is refused as another file where its CID is another too: %s", async (_, __, bytes) => {
    const opened = openBody({ body: streamOf(bytes), cid: await cidOf(countedBytes(5)), dek, place });
    await expect(bytesOf(opened)).rejects.toThrow(refusal("BodyNotItsCid"));
  });

  it("is refused where padding begins anew with a one, in a chunk of padding alone", async () => {
    const length = 2 ** 22 - 7;
    const zeros = Array.from({ length: 64 }, (): [Uint8Array, number] => [new Uint8Array(chunkSize), message]);
    const bytes = forged([padded(length, chunkSize), message], ...zeros, [
      changed(new Uint8Array(chunkSize), 0),
      final,
    ]);
    await expect(open(bytes)).rejects.toThrow(refusal("BodyDamaged", "padding is not zero"));
  });

  it("has given out nothing but true content by then, and nothing after", async () => {
    const damaged = changed(body, head + sealedChunk + 100);
    const chunks: Uint8Array[] = [];
    const reading = (async () => {
      const opened = openBody({ body: streamOf(damaged), cid: await cidOf(damaged), dek, place });
      for await (const chunk of opened) chunks.push(chunk);
    })();
    await expect(reading).rejects.toThrow(refusal("BodyDamaged"));
    expect(concat(chunks)).toEqual(content.subarray(0, chunkSize - 8));
  });

  it("is refused as damaged although much of it follows", async () => {
    const long = changed(await sealed(countedBytes(5 * 2 ** 20)), head);
    await expect(open(long)).rejects.toThrow(refusal("BodyDamaged", "a chunk does not open"));
  });

  it.each(otherPlaces(place))("and one of another %s cannot be told apart", async (_, other) => {
    const opened = openBody({ body: streamOf(shortBody), cid: await cidOf(shortBody), dek, place: other });
    await expect(bytesOf(opened)).rejects.toThrow(refusal("BodyDamaged", "a chunk does not open"));
  });

  it("and one under another key cannot be told apart", async () => {
    const opened = openBody({ body: streamOf(shortBody), cid: await cidOf(shortBody), dek: countedBytes(32), place });
    await expect(bytesOf(opened)).rejects.toThrow(refusal("BodyDamaged", "a chunk does not open"));
  });

  it("is refused in no other way, however it was damaged", async () => {
    await fc.assert(
      fc.asyncProperty(damagedBytes(shortBody, fullBody), async (bytes) => {
        const result = await open(bytes).catch((error: unknown) => error);
        if (result instanceof Uint8Array) expect([sha256(shortBody), sha256(fullBody)]).toContain(sha256(bytes));
        else expect(result).toBeInstanceOf(SealingError);
      }),
      { numRuns: fuzzRuns(10_000) },
    );
  });
});

describe("a body that is whole but not the one of this CID", () => {
  it("is refused at its end", async () => {
    const opened = openBody({ body: streamOf(body), cid: await cidOf(shortBody), dek, place });
    await expect(bytesOf(opened)).rejects.toThrow(refusal("BodyNotItsCid"));
  });
});

describe("opening that is given up", () => {
  it.each([0, 1, 2])("after %i reads cancels the source and gives memory back", async (reads) => {
    const heap = heapWatch();
    const { stream, isCancelled } = watchedStream(
      Array.from({ length: 9 }, (_, i) => body.subarray(i * 20_000, (i + 1) * 20_000)),
    );
    const reader = openBody({ body: stream, cid: "", dek, place }).getReader();
    for (let i = 0; i < reads; i++) await reader.read();
    await reader.cancel();
    expect(heap.held()).toEqual([]);
    // A short body is read to its end before its first content comes out.
    expect(isCancelled()).toBe(reads === 0);
  });

  it("cancels a long source in the midst", async () => {
    const { stream, isCancelled } = watchedStream(
      (function* () {
        const long = forged(
          ...Array.from({ length: 40 }, (): [Uint8Array, number] => [padded(2 ** 50, chunkSize), message]),
        );
        for (let at = 0; at < long.length; at += 10_000) yield long.subarray(at, at + 10_000);
      })(),
    );
    const reader = openBody({ body: stream, cid: "", dek, place }).getReader();
    await reader.read();
    await reader.cancel();
    expect(isCancelled()).toBe(true);
  });

  it("does not wait for a storage that no longer answers", async () => {
    const heap = heapWatch();
    const { stream, isCancelled } = stalledStream(body.subarray(0, 70_000));
    const reader = openBody({ body: stream, cid: "", dek, place }).getReader();
    const waiting = reader.read();
    await reader.cancel();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect([isCancelled(), heap.held()]).toEqual([true, []]);
  });

  it("because the line was cut says so, and gives memory back", async () => {
    const heap = heapWatch();
    const { stream } = watchedStream([body.subarray(0, 100_000), Promise.reject(new Error("line cut"))]);
    await expect(bytesOf(openBody({ body: stream, cid: "", dek, place }))).rejects.toThrow("line cut");
    expect(heap.held()).toEqual([]);
  });
});

it("opening many bodies takes no more memory than opening one", async () => {
  const cid = await cidOf(shortBody);
  const heap = heapWatch();
  for (let i = 0; i < 50; i++) await bytesOf(openBody({ body: streamOf(shortBody), cid, dek, place }));
  expect(heap.held()).toEqual([]);
});

it(
  "a body opens in chunks of two bytes as well, without the time growing faster than they do",
  { timeout: 20_000 },
  async () => {
    const many = await sealed(countedBytes(2 ** 20 + 2 ** 18));
    const { stream } = watchedStream(
      (function* () {
        for (let at = 0; at < many.length; at += 2) yield many.subarray(at, at + 2);
      })(),
    );
    const opened = await bytesOf(openBody({ body: stream, cid: await cidOf(many), dek, place }));
    expect(opened.length).toBe(2 ** 20 + 2 ** 18);
  },
);

describe("a storage that goes on without end", () => {
  it.each([
    ["with garbage", () => watchedStream(endless())],
    ["after a head", () => watchedStream(endless(body.subarray(0, head)))],
    ["after a body", () => watchedStream(endless(fullBody))],
  ])("%s does not keep us", async (_, start) => {
    const { stream, taken, isCancelled } = start();
    const opened = openBody({ body: stream, cid: await cidOf(fullBody), dek, place });
    await expect(bytesOf(opened)).rejects.toThrow(refusal("BodyNotItsCid"));
    expect(taken()).toBeGreaterThan(64);
    expect(taken()).toBeLessThan(70);
    expect(isCancelled()).toBe(true);
  });
});
