import type { Hex } from "viem";
import type { ClientChain } from "./ClientChain.ts";
import type { ChainEvent } from "./createEventReader.ts";
import { mostAtOnce } from "./createClientChain.ts";
import { pagesOf } from "./pagesOf.ts";

/** When the blocks of these events were made, by their hash. Costs a question a block where the node does not tell itself. */
export async function timesOf(chain: ClientChain, events: readonly ChainEvent[]): Promise<Map<Hex, number>> {
  const times = new Map<Hex, number>();
  const untold = new Set<Hex>();
  for (const { blockHash, blockTimestamp } of events) {
    if (blockTimestamp === undefined || blockTimestamp === null) untold.add(blockHash);
    else times.set(blockHash, Number(blockTimestamp));
  }
  for (const page of pagesOf([...untold], mostAtOnce)) {
    const blocks = await Promise.all(page.map((blockHash) => chain.client.getBlock({ blockHash })));
    for (const { hash, timestamp } of blocks) times.set(hash, Number(timestamp));
  }
  return times;
}
