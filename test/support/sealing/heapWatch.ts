import { onTestFinished, vi } from "vitest";
import { sodium } from "#core/sealing/sodium.ts";

type Heap = { HEAPU8: Uint8Array; _malloc(size: number): number; _free(address: number): void };

/** What is taken of the library's memory and not given back. */
export type HeapWatch = {
  /** Sizes of what was not given back. */
  held(): number[];
  /** What stands there now. */
  at(address: number, size: number): Uint8Array;
  /** Whether these bytes stand anywhere in it. */
  holds(bytes: Uint8Array): boolean;
};

/** Watches until the end of a test. */
export function heapWatch(): HeapWatch {
  const heap = (sodium as unknown as { libsodium: Heap }).libsodium;
  const held = new Map<number, number>();
  const { _malloc: take, _free: giveBack } = heap;
  const spies = [
    vi.spyOn(heap, "_malloc").mockImplementation((size) => {
      const address = take(size);
      held.set(address, size);
      return address;
    }),
    vi.spyOn(heap, "_free").mockImplementation((address) => {
      held.delete(address);
      giveBack(address);
    }),
  ];
  onTestFinished(() => spies.forEach((spy) => spy.mockRestore()));
  return {
    held: () => [...held.values()],
    at: (address, size) => heap.HEAPU8.slice(address, address + size),
    holds: (bytes) => indexOf(heap.HEAPU8, bytes) !== -1,
  };
}

function indexOf(heap: Uint8Array, bytes: Uint8Array): number {
  for (let at = heap.indexOf(bytes[0]!); at !== -1; at = heap.indexOf(bytes[0]!, at + 1)) {
    if (bytes.every((byte, i) => heap[at + i] === byte)) return at;
  }
  return -1;
}
