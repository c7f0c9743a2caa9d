import type { Hex } from "viem";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { ChainClient } from "./createChainClient.ts";
import type { ChainEvent, WantedEvents } from "./createEventReader.ts";

/** A chain as one node tells it, and what was read of it so far. */
export type ClientChain = {
  client: ChainClient;
  deployment: Deployment;
  /** The newest block; refused (`OtherChain`) where it is another chain than the deployment's. */
  head(): Promise<Head>;
  /** The hash of its first block; undefined where the node does not tell. */
  genesis(): Promise<Hex | undefined>;
  /** In the order in which they happened, up to the head. */
  eventsOf(wanted: WantedEvents & { head: Head }): Promise<ChainEvent[]>;
  /** Reads everything anew from here on. */
  forget(): void;
  /** By the clock here, in Unix seconds. */
  now(): number;
};

export type Head = { number: bigint; hash: Hex; /** In Unix seconds. */ time: number };
