import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { heapWatch } from "#test/support/sealing/heapWatch.ts";
import { sodium } from "../sodium.ts";
import { secretStream, tagFinal, tagMessage } from "./secretStream.ts";

const key = countedBytes(32, 1);
const header = countedBytes(24, 2);
const chunkSize = 65_536;
const chunks = [countedBytes(chunkSize, 3), countedBytes(1, 4), countedBytes(0), countedBytes(500, 5)];

/** What these chunks become, the last of them final. */
function pushed(): Uint8Array[] {
  const stream = secretStream(key, header);
  const sealed = chunks.map((chunk, i) => stream.push(chunk, i === chunks.length - 1));
  stream.free();
  return sealed;
}

describe("secretStream", () => {
  it("pulls what it pushed, with its tags", () => {
    const stream = secretStream(key, header);
    const pulled = pushed().map((chunk) => stream.pull(chunk)!);
    stream.free();
    expect(pulled.map(({ message }) => message)).toEqual(chunks);
    expect(pulled.map(({ tag }) => tag)).toEqual([tagMessage, tagMessage, tagMessage, tagFinal]);
  });

  it("pulls what the library's own stream pushes, whatever the tag", () => {
    const { state, header: theirs } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key);
    const stream = secretStream(key, theirs);
    for (const [tag, chunk] of chunks.entries()) {
      const sealed = sodium.crypto_secretstream_xchacha20poly1305_push(state, chunk, null, tag);
      expect(stream.pull(sealed)).toEqual({ message: chunk, tag });
    }
    stream.free();
  });

  it("is pulled by the library's own stream", () => {
    const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key);
    for (const [i, chunk] of pushed().entries()) {
      const tag = i === chunks.length - 1 ? tagFinal : tagMessage;
      const pulled = sodium.crypto_secretstream_xchacha20poly1305_pull(state, chunk, null);
      expect(pulled).toEqual({ message: chunks[i], tag });
    }
  });

  it("does not pull chunks in another order, twice, changed, or of another key or header", () => {
    const [first, second] = pushed() as [Uint8Array, Uint8Array];
    const attempts: [Uint8Array, Uint8Array, Uint8Array[]][] = [
      [key, header, [second]],
      [key, header, [first, first]],
      [key, header, [first.map((byte, i) => (i === 9 ? byte ^ 1 : byte))]],
      [countedBytes(32, 9), header, [first]],
      [key, countedBytes(24, 9), [first]],
    ];
    for (const [ofKey, ofHeader, sealed] of attempts) {
      const stream = secretStream(ofKey, ofHeader);
      expect(sealed.map((chunk) => stream.pull(chunk)).at(-1)).toBeUndefined();
      stream.free();
    }
  });

  it("does not pull what is shorter than a tag or longer than a chunk, and goes on with the right one", () => {
    const [first] = pushed() as [Uint8Array];
    const stream = secretStream(key, header);
    for (const size of [0, 16, chunkSize + 18]) expect(stream.pull(new Uint8Array(size))).toBeUndefined();
    expect(stream.pull(first)?.message).toEqual(chunks[0]);
    stream.free();
  });

  it("gives back all the memory it took", () => {
    const heap = heapWatch();
    pushed();
    expect(heap.held()).toEqual([]);
  });

  it("wipes keys and content before it gives their memory back, and writes nothing beside it", () => {
    const heap = heapWatch();
    const stream = secretStream(key, header);
    heap.givenBack.length = 0;
    stream.push(countedBytes(chunkSize, 1), false);
    expect(stream.pull(countedBytes(chunkSize + 40))).toBeUndefined();
    heap.givenBack.length = 0;
    stream.free();
    const [state, plain, sealed, tag] = heap.givenBack;
    expect([state, plain, sealed, tag].map((piece) => piece?.content.length)).toEqual([52, 65_536, 65_553, 1]);
    expect(sodium.is_zero(state!.content)).toBe(true);
    expect(sodium.is_zero(plain!.content)).toBe(true);
    expect(heap.givenBack.every(({ isIntact }) => isIntact)).toBe(true);
  });
});
