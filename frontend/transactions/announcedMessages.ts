import { type Address, type TypedDataDefinition, isAddressEqual } from "viem";
import { askWith } from "./promptStore.ts";
import { batchCard } from "./addInBatch.ts";

/** Many messages that one card tells of: so many records for each of these charts, for this hospital. */
export type AnnouncedBatch = {
  /** Who signs, and whose records they are going to be: the same where a hospital adds itself. */
  signer: Address;
  hospital: Address;
  /** Of the registry that the messages are for. */
  chainId: number;
  recordRegistry: Address;
  charts: { subject: Address; name: string; records: number }[];
  /** Whether the wallet asks by itself each time. */
  doesWalletAsk: boolean;
};

type Standing = { batch: AnnouncedBatch; left: Map<string, number> };

let standing: Standing | undefined;

/** One card for all of them. After a yes they pass without another, until `end`. */
export async function announceBatch(batch: AnnouncedBatch): Promise<{ end(): void }> {
  await askWith(batchCard(batch), async () => {});
  const left = new Map(batch.charts.map(({ subject, records }) => [subject.toLowerCase(), records]));
  const announced = { batch, left };
  standing = announced;
  return {
    end() {
      if (standing === announced) standing = undefined;
    },
  };
}

/** Whether a message is one of those that were said yes to. Each record passes once; whatever else is asked has its card. */
export function passesAnnounced({ domain, primaryType, message }: TypedDataDefinition): boolean {
  if (standing === undefined) return false;
  const { batch, left } = standing;
  const { staff, hospital, author, subject, capsules, deadline } = message as Partial<Record<string, never>>;
  const isOwn = isAddressEqual(batch.signer, batch.hospital);
  const isBy = isOwn
    ? primaryType === "Publish" && isSame(author, batch.signer)
    : primaryType === "PublishAsStaff" && isSame(staff, batch.signer) && isSame(hospital, batch.hospital);
  const isHere = Number(domain?.chainId) === batch.chainId && isSame(domain?.verifyingContract, batch.recordRegistry);
  if (!isBy || !isHere || Number(deadline) > Date.now() / 1000 + longestDeadline) return false;
  const chart = String(subject).toLowerCase();
  const after = (left.get(chart) ?? 0) - ((capsules as unknown[] | undefined)?.length ?? Infinity);
  if (after < 0) return false;
  left.set(chart, after);
  return true;
}

/** What is signed counts for an hour by the chain's clock, which may be ahead of ours. */
const longestDeadline = 2 * 3600;

function isSame(one: Address | undefined, other: Address): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
