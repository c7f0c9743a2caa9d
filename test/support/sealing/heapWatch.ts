import { onTestFinished, vi } from "vitest";
import { sodium } from "#core/sealing/sodium.ts";

type Heap = { HEAPU8: Uint8Array; _malloc(size: number): number; _free(address: number): void };

/** A piece of memory when it was given back, and whether nothing was written behind its end. */
export type GivenBack = { content: Uint8Array; isIntact: boolean };

/** What is taken of the library's memory, and what becomes of it. */
export type HeapWatch = {
  /** In the order in which it was given back. */
  givenBack: GivenBack[];
  /** Sizes of what was not given back. */
  held(): number[];
};

/** Watches until the end of a test. */
export function heapWatch(): HeapWatch {
  const heap = (sodium as unknown as { libsodium: Heap }).libsodium;
  const held = new Map<number, number>();
  const givenBack: GivenBack[] = [];
  const { _malloc: take, _free: giveBack } = heap;
  const spies = [
    vi.spyOn(heap, "_malloc").mockImplementation((size) => {
      const address = take(size + fence);
      heap.HEAPU8.fill(fenceByte, address + size, address + size + fence);
      held.set(address, size);
      return address;
    }),
    vi.spyOn(heap, "_free").mockImplementation((address) => {
      const end = address + (held.get(address) ?? 0);
      const isIntact = heap.HEAPU8.subarray(end, end + fence).every((byte) => byte === fenceByte);
      if (held.delete(address)) givenBack.push({ content: heap.HEAPU8.slice(address, end), isIntact });
      giveBack(address);
    }),
  ];
  onTestFinished(() => spies.forEach((spy) => spy.mockRestore()));
  return {
    givenBack,
    held: () => [...held.values()],
  };
}

const fence = 64;
const fenceByte = 0xaa;
