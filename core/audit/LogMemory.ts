import type { Address, Hex } from "viem";

/** What a reader keeps of a log that held, so that no later one can contradict it unnoticed. Nothing of it is secret. */
export type LogMemory = {
  /** Under whose address it is anchored. */
  gateway: Address;
  /** So many entries were anchored. */
  count: number;
  /** The head of the last of them; 32 zeros where there was none. */
  head: Hex;
};
