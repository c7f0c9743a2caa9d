import { expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { bytesOf } from "./bytesOf.ts";
import { streamOf } from "./streamOf.ts";

it.each([0, 1, 200_000])("a stream of %i bytes holds them all", async (size) => {
  const bytes = countedBytes(size);
  expect(await bytesOf(streamOf(bytes))).toEqual(bytes);
});

it("a stream of a part holds that part", async () => {
  expect(await bytesOf(streamOf(countedBytes(9).subarray(2, 4)))).toEqual(Uint8Array.of(2, 3));
});
