import { expect, it } from "vitest";
import { watchedStream } from "#test/support/sealing/watchedStream.ts";
import { bytesOf } from "./bytesOf.ts";

it("the chunks of a stream are joined in their order", async () => {
  const { stream } = watchedStream([Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3)]);
  expect(await bytesOf(stream)).toEqual(Uint8Array.of(1, 2, 3));
});

it("a stream that breaks off is refused as it broke off", async () => {
  const { stream } = watchedStream([Uint8Array.of(1), Promise.reject(new Error("line cut"))]);
  await expect(bytesOf(stream)).rejects.toThrow("line cut");
});
