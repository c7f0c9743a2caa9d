import fc from "fast-check";
import { concat } from "viem";
import { describe, expect, test } from "vitest";
import { uint32 } from "#core/sealing/integerBytes.ts";
import { type Frame, readFrames } from "./readFrames.ts";

const prefixSize = 8;
const end = new Uint8Array(prefixSize + 4);

const frame = fc.record({
  prefix: fc.uint8Array({ minLength: prefixSize, maxLength: prefixSize }),
  payload: fc.uint8Array({ minLength: 1, maxLength: 300 }),
});
const bytesOf = (frames: Frame[]) => concat(frames.flatMap((it) => [it.prefix, uint32(it.payload.length), it.payload]));

/** The same bytes in chunks that end where the cuts say. */
async function* cutAt(bytes: Uint8Array, cuts: number[]): AsyncGenerator<Uint8Array, void> {
  let at = 0;
  for (const cut of [...cuts.map((it) => it % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b)) {
    yield bytes.subarray(at, cut);
    at = cut;
  }
}
const cuts = fc.array(fc.nat({ max: 5000 }), { maxLength: 40 });

async function read(bytes: Uint8Array, at: number[] = [], mostBytes = 300) {
  const frames: Frame[] = [];
  try {
    for await (const one of readFrames({ chunks: cutAt(bytes, at), prefixSize, mostBytes })) frames.push(one);
  } catch (error) {
    return { frames, refusal: (error as Error).name };
  }
  return { frames };
}

describe("frames", () => {
  test("come out as they went in, however the network cuts them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { maxLength: 12 }), cuts, async (frames, at) => {
        expect(await read(concat([bytesOf(frames), end]), at)).toEqual({ frames });
      }),
    );
  });

  test("that break off anywhere are a cut, and those before it count", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 6 }), cuts, fc.nat(), async (frames, at, length) => {
        const bytes = concat([bytesOf(frames), end]);
        const result = await read(bytes.subarray(0, length % bytes.length), at);
        expect(result.refusal).toBe("GatewayAnswerCut");
        expect(frames.slice(0, result.frames.length)).toEqual(result.frames);
      }),
    );
  });

  test("are refused when anything follows the end", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { maxLength: 4 }), cuts, async (frames, at) => {
        const result = await read(concat([bytesOf(frames), end, Uint8Array.of(0)]), at);
        expect(result).toEqual({ frames, refusal: "GatewayAnswerBroken" });
      }),
    );
  });

  test("are refused by their length before they have come", async () => {
    const head = concat([new Uint8Array(prefixSize), uint32(301)]);
    expect(await read(head)).toEqual({ frames: [], refusal: "GatewayAnswerBroken" });
    async function* endless() {
      yield concat([new Uint8Array(prefixSize), uint32(2 ** 32 - 1)]);
      for (;;) yield new Uint8Array(1000);
    }
    const reading = readFrames({ chunks: endless(), prefixSize, mostBytes: 300 }).next();
    await expect(reading).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
  });

  test("are none of whatever bytes there are: they end in a named error or in frames", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), cuts, async (bytes, at) => {
        const { refusal } = await read(bytes, at);
        expect([undefined, "GatewayAnswerCut", "GatewayAnswerBroken"]).toContain(refusal);
      }),
    );
  });

  test("cost in proportion to their length when they come byte by byte", async () => {
    const bytes = concat([new Uint8Array(prefixSize), uint32(100_000), new Uint8Array(100_000), end]);
    const everywhere = Array.from(bytes, (_, i) => i);
    const begun = performance.now();
    expect((await read(bytes, everywhere, 131_072)).frames).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
