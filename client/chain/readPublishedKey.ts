import { type Address, hexToBytes, keccak256, slice } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { PublishedKey } from "#core/chart/ChartServices.ts";
import { isSuite } from "#core/sealing/suites.ts";
import { ClientError } from "../ClientError.ts";
import type { ClientChain } from "./ClientChain.ts";
import { atOneBlock } from "./atOneBlock.ts";

/**
 * The key under which others seal to somebody: from the newest event, held against the hash that the contract keeps. Costs
 * two questions; who publishes many keys pays 80,000 gas for each, and makes reading 1.3 KiB longer.
 */
export async function readPublishedKey(chain: ClientChain, owner: Address): Promise<PublishedKey | undefined> {
  return atOneBlock(chain, async (head) => {
    const [state, events] = await Promise.all([
      readKeyState(chain, owner, head.number),
      chain.eventsOf({ contract: "KeyDirectory", who: owner, head }),
    ]);
    const newest = events.findLast((event) => event.eventName === "KeyPublished");
    if (newest === undefined && state.suite === 0) return undefined;
    const isKept = newest?.args.suite === state.suite && slice(keccak256(newest.args.key), 0, 24) === state.hash;
    if (!isKept || !isSuite(state.suite)) throw new ClientError("ChainContradictsItself", { detail: "a key" });
    return { suite: state.suite, publicKey: hexToBytes(newest.args.key) };
  });
}

export async function readKeyState(chain: ClientChain, owner: Address, blockNumber: bigint) {
  const [hash, nonce, suite] = await chain.client.readContract({
    address: chain.deployment.contracts.KeyDirectory,
    abi: contractAbis.KeyDirectory,
    functionName: "keys",
    args: [owner],
    blockNumber,
  });
  return { hash, nonce, suite };
}
