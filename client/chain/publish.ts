import { type Address, type Hex, isAddressEqual } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { ChartChain } from "#core/chart/ChartServices.ts";
import type { ClientChain } from "./ClientChain.ts";
import type { ChainEvent } from "./createEventReader.ts";
import { mostAtOnce } from "./createClientChain.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { pagesOf } from "./pagesOf.ts";
import { type Sending, sendChange } from "./sendChange.ts";

type Publication = Parameters<ChartChain["publish"]>[0];
type Published = { author: Address; subject: Address; capsuleHashes: readonly Hex[] };

/** One signature for every 256 records, one after the other: where one is refused, those before it stand. */
export async function publish(sending: Sending, publication: Publication): Promise<void> {
  for (const capsuleHashes of pagesOf(publication.capsuleHashes, mostRecords)) {
    await publishPage(sending, { ...publication, capsuleHashes });
  }
}

/** Half of what the contract takes: seven million gas, which every relay and every block has room for. */
export const mostRecords = 256;

async function publishPage(sending: Sending, publication: Publication): Promise<void> {
  const { chain } = sending;
  const { author, subject, epoch, capsuleHashes: capsules } = publication;
  await sendChange(sending, {
    name: "Publish",
    values: { author, subject, epoch, capsules, deadline: deadlineOf(chain, await chain.head()) },
    about: subject,
    outcomeIn: async (events) => (await isPublished(chain, publication, events)) || undefined,
  });
}

/** What was there before is passed over without an event; then the state tells. */
export async function isPublished(
  chain: ClientChain,
  { author, subject, capsuleHashes }: Published,
  events: ChainEvent[],
): Promise<boolean> {
  const happened = new Set(events.map((event) => (isBy(event, author) ? event.args.capsule : undefined)));
  const others = capsuleHashes.filter((capsule) => !happened.has(capsule));
  for (const page of pagesOf(others, mostAtOnce)) {
    const authors = await Promise.all(page.map((capsule) => authorOf(chain, subject, capsule)));
    if (authors.some((it) => !isAddressEqual(it, author))) return false;
  }
  return true;
}

function isBy(event: ChainEvent, author: Address): event is Extract<ChainEvent, { eventName: "RecordPublished" }> {
  return event.eventName === "RecordPublished" && isAddressEqual(event.args.author, author);
}

export async function authorOf({ client, deployment }: ClientChain, subject: Address, capsule: Hex): Promise<Address> {
  const address = deployment.contracts.RecordRegistry;
  const registry = { address, abi: contractAbis.RecordRegistry, functionName: "records" } as const;
  const [author] = await client.readContract({ ...registry, args: [subject, capsule] });
  return author;
}
