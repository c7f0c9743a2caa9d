import { describe, expect, it } from "vitest";
import { watchedStream } from "#test/support/sealing/watchedStream.ts";
import { chunksOf } from "./chunksOf.ts";

const chunks = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)];

describe("chunksOf", () => {
  it("gives every chunk as it came, and does not cancel what has ended", async () => {
    const { stream, isCancelled } = watchedStream(chunks);
    expect(await Array.fromAsync(chunksOf(stream.getReader()))).toEqual(chunks);
    expect(isCancelled()).toBe(false);
  });

  it("takes no chunk before it is asked for, and cancels the source when no more are wanted", async () => {
    const { stream, taken, isCancelled } = watchedStream(chunks);
    for await (const chunk of chunksOf(stream.getReader())) {
      expect(chunk).toBe(chunks[0]);
      break;
    }
    expect([taken(), isCancelled()]).toEqual([1, true]);
  });
});
