import type { Hex } from "viem";
import type { ChainEvent } from "./createEventReader.ts";

/** Whether this began the epoch after that one, with these keys. */
export function isRotation(event: ChainEvent, { from, nextKeyset }: { from: number; nextKeyset: Hex }): boolean {
  return event.eventName === "Rotated" && event.args.epoch === from + 1 && event.args.keyset === nextKeyset;
}
