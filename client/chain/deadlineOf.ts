import type { ClientChain, Head } from "./ClientChain.ts";

/** Until when a message that is signed now counts: an hour, by the clock that is ahead. */
export function deadlineOf(chain: ClientChain, head: Head): bigint {
  return BigInt(Math.max(head.time, chain.now()) + 3600);
}
