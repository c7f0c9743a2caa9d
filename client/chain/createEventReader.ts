import {
  type Address,
  BlockNotFoundError,
  HttpRequestError,
  type ParseEventLogsReturnType,
  type RpcLog,
  numberToHex,
  pad,
  parseEventLogs,
} from "viem";
import { type ContractName, allContractsAbi } from "#core/chain/contractAbis.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { ChainClient } from "./createChainClient.ts";
import type { Head } from "./ClientChain.ts";

export type ChainEvent = ParseEventLogsReturnType<typeof allContractsAbi, undefined, true>[number];

/**
 * In all events the first address is the one whom it is about; in those of consent the second is the grantee, in those of
 * staff whoever was appointed. Without an address it is everybody: for the register, which grows by what boards do, and for
 * who was seated on them.
 */
export type WantedEvents = { contract: ContractName; who?: Address; as?: "first" | "second" };

/** A refusal of too much is not asked again; whatever else goes wrong is, as always. */
type Range = { from: bigint; to: bigint; retryCount?: number };

type Known = { head: Head; events: ChainEvent[] };

/**
 * Events of one contract about one address, remembered and continued. The first reading costs a request, or as many as the
 * node wants it cut into; each further one what has happened since. All are events that the address, or who it let, has paid
 * for; only grants to somebody are what strangers can lengthen, by a transaction each.
 */
export function createEventReader({ client, deployment }: { client: ChainClient; deployment: Deployment }) {
  const known = new Map<string, Known>();
  const inLine = new Map<string, Promise<unknown>>();

  /** One after the other for the same address, so that nothing is read twice. */
  async function eventsOf(wanted: WantedEvents & { head: Head }): Promise<ChainEvent[]> {
    const key = `${wanted.contract}/${wanted.as}/${wanted.who?.toLowerCase()}`;
    const before = inLine.get(key);
    const reading = (async () => {
      await before?.catch(() => {});
      return readOn(key, wanted);
    })();
    inLine.set(key, reading);
    return reading;
  }

  async function readOn(key: string, wanted: WantedEvents & { head: Head }): Promise<ChainEvent[]> {
    const { head } = wanted;
    const before = await stillTrue(known.get(key), head);
    const start = BigInt(deployment.block);
    const continued = before === undefined ? start : before.head.number + 1n - margin;
    const from = continued > start ? continued : start;
    const kept = before?.events.filter(({ blockNumber }) => blockNumber < from) ?? [];
    const events = [...kept, ...(await readRange(wanted, from, head.number))];
    if (before === undefined || before.head.number < head.number) known.set(key, { head, events });
    return events.filter(({ blockNumber }) => blockNumber <= head.number);
  }

  /** After a reorganisation nothing of what was read counts. */
  async function stillTrue(before: Known | undefined, head: Head): Promise<Known | undefined> {
    if (before === undefined || before.head.hash === head.hash) return before;
    const { number: blockNumber, hash } = before.head;
    const there = await client.getBlock({ blockNumber }).catch((error: unknown) => {
      if (error instanceof BlockNotFoundError) return undefined;
      throw error;
    });
    return there?.hash === hash ? before : undefined;
  }

  /** Nodes limit how many blocks or events they tell at once, each in its own way: whatever one refuses is halved. */
  async function readRange(wanted: WantedEvents, from: bigint, to: bigint): Promise<ChainEvent[]> {
    if (from > to) return [];
    try {
      return await ask(wanted, { from, to, retryCount: 0 });
    } catch (error) {
      if (from === to || !mayTakeLess(error)) return ask(wanted, { from, to });
      const middle = (from + to) / 2n;
      return [...(await readRange(wanted, from, middle)), ...(await readRange(wanted, middle + 1n, to))];
    }
  }

  async function ask({ contract, who, as = "first" }: WantedEvents, { from, to, ...options }: Range) {
    const address = deployment.contracts[contract];
    const topics =
      who === undefined ? [] : [...(as === "first" ? [null] : [null, null]), pad(who.toLowerCase() as Address)];
    const range = { fromBlock: numberToHex(from), toBlock: numberToHex(to) };
    const filter = { address, topics, ...range };
    const logs: RpcLog[] = await client.request({ method: "eth_getLogs", params: [filter] }, options);
    return parseEventLogs({ abi: allContractsAbi, logs });
  }

  return { eventsOf, forget: () => known.clear() };
}

/** Some nodes know a block before they know its events. */
const margin = 8n;

function mayTakeLess(error: unknown): boolean {
  if (!(error instanceof HttpRequestError)) return true;
  return error.status !== undefined && error.status !== 401 && error.status !== 403;
}
