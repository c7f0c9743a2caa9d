import { desc } from "drizzle-orm";
import { BlockNotFoundError, type Hex } from "viem";
import { blocks } from "../database/schema.ts";
import type { Gateway } from "../Gateway.ts";
import type { Lease } from "../rounds/createLease.ts";
import { type EventRow, eventRowOf, indexedContracts } from "./eventRowOf.ts";
import { forgetFrom } from "./forgetFrom.ts";
import { keepBlocks } from "./keepBlocks.ts";

/** Who reads the chain's events into the database. */
export type Follower = {
  gateway: Gateway;
  lease: Lease;
  pollMilliseconds: number;
  /** So many blocks are read at once, fewer where that is too much. */
  mostBlocks: number;
  range: number;
};

type KnownBlock = { number: number; hash: Hex };

/**
 * Reads the next range of blocks, or goes back to where the chain and what was read of it part. Answers with when to look
 * again. A round costs five questions to the chain and what its events cost, for each of which somebody paid; going back
 * costs a question for each block that is remembered.
 */
export async function followRound(follower: Follower): Promise<number> {
  const { gateway, lease, pollMilliseconds } = follower;
  if (!(await lease.take())) return pollMilliseconds;
  const [known] = await gateway.database.select().from(blocks).orderBy(desc(blocks.number)).limit(1);
  const newest = await gateway.chain.getBlock();
  if (known?.hash === newest.hash) return pollMilliseconds;
  if (known !== undefined && !(await isOnChain(follower, known))) {
    await forgetFrom(follower, await firstStrangeBlock(follower));
    return 0;
  }
  const from = known === undefined ? gateway.deployment.block : known.number + 1;
  const to = Math.min(from + follower.range - 1, Number(newest.number));
  if (to < from) return pollMilliseconds;
  const isSmallEnough = await readRange(follower, known, from, to);
  return isSmallEnough && to === Number(newest.number) ? pollMilliseconds : 0;
}

/**
 * Keeps the events of a range if it hangs together: its last block stayed the same, and while it did, so did what was known
 * before it. Otherwise nothing is kept, and the next round looks again. Answers false where the range was too large.
 */
async function readRange(
  follower: Follower,
  known: KnownBlock | undefined,
  from: number,
  to: number,
): Promise<boolean> {
  const { hash, timestamp } = await follower.gateway.chain.getBlock({ blockNumber: BigInt(to) });
  const events = await readEvents(follower, from, to);
  if (events === undefined) return false;
  const hangsTogether =
    (known === undefined || (await isOnChain(follower, known))) && (await isOnChain(follower, { number: to, hash }));
  if (hangsTogether) await keepBlocks(follower, { from, to, hash, time: Number(timestamp) }, events);
  return true;
}

/** Undefined where the range was too large, which is halved then, and grows again later. */
async function readEvents(follower: Follower, from: number, to: number): Promise<EventRow[] | undefined> {
  const { chain, deployment } = follower.gateway;
  const addresses = indexedContracts.map((name) => deployment.contracts[name]);
  try {
    const logs = await chain.getLogs({ address: addresses, fromBlock: BigInt(from), toBlock: BigInt(to) });
    follower.range = Math.min(follower.range * 2, follower.mostBlocks);
    const names = new Map(indexedContracts.map((name) => [deployment.contracts[name].toLowerCase(), name]));
    return logs.map((log) => eventRowOf(names.get(log.address.toLowerCase())!, log));
  } catch (error) {
    if (from === to) throw error;
    follower.range = Math.ceil((to - from + 1) / 2);
    return undefined;
  }
}

/** After the newest block that both have; 0 where what is remembered does not reach back that far. */
async function firstStrangeBlock(follower: Follower): Promise<number> {
  const remembered = await follower.gateway.database.select().from(blocks).orderBy(desc(blocks.number));
  for (const known of remembered) if (await isOnChain(follower, known)) return known.number + 1;
  return 0;
}

async function isOnChain({ gateway: { chain } }: Follower, { number, hash }: KnownBlock): Promise<boolean> {
  try {
    return (await chain.getBlock({ blockNumber: BigInt(number) })).hash === hash;
  } catch (error) {
    if (error instanceof BlockNotFoundError) return false;
    throw error;
  }
}
