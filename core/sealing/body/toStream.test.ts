import { describe, expect, it } from "vitest";
import { toStream } from "./toStream.ts";

/** Numbers its chunks, and remembers whether it was ended. */
function counting() {
  const state = { given: 0, isEnded: false };
  async function* chunks() {
    try {
      while (state.given < 3) yield Uint8Array.of(++state.given);
    } finally {
      state.isEnded = true;
    }
  }
  return { state, chunks: chunks() };
}

async function* broken(): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(1);
  throw new Error("broken");
}

const nothing = async () => {};
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("toStream", () => {
  it("gives the chunks in their order, then ends", async () => {
    const { chunks } = counting();
    expect((await Array.fromAsync(toStream(chunks, nothing))).map((chunk) => chunk[0])).toEqual([1, 2, 3]);
  });

  it("draws only as fast as it is read", async () => {
    const { state, chunks } = counting();
    const reader = toStream(chunks, nothing).getReader();
    await aWhile();
    expect(state.given).toBe(0);
    await reader.read();
    await aWhile();
    expect(state.given).toBe(1);
  });

  it("breaks off as the generator does", async () => {
    const reader = toStream(broken(), nothing).getReader();
    expect((await reader.read()).value).toEqual(Uint8Array.of(1));
    await expect(reader.read()).rejects.toThrow("broken");
  });

  it("when cancelled ends the generator and cancels the source, and says why", async () => {
    const { state, chunks } = counting();
    const reasons: unknown[] = [];
    const reader = toStream(chunks, async (reason) => void reasons.push(reason)).getReader();
    await reader.read();
    await reader.cancel("enough");
    expect([state.isEnded, reasons]).toEqual([true, ["enough"]]);
  });

  it("ends the generator even where the source does not let itself be cancelled", async () => {
    const { state, chunks } = counting();
    const reader = toStream(chunks, () => Promise.reject(new Error("stuck"))).getReader();
    await reader.read();
    await expect(reader.cancel()).rejects.toThrow("stuck");
    expect(state.isEnded).toBe(true);
  });
});
