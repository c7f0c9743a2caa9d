import { type Hex, hexToBytes } from "viem";
import { parseCapsule } from "#core/sealing/capsule/parseCapsule.ts";

/** One capsule as whoever has a gateway's database sees it, and what else is known of the record. */
export type SeenCapsule = {
  chart: string;
  position: number;
  digest: Hex;
  capsule: Uint8Array;
  /** Who brought it. */
  uploader: string;
  storedAt?: number;
  /** Where its publication stands on the chain. */
  event?: number;
  /** Of the body, as whoever has the IPFS node too may find out by the time of its arrival. */
  bodySize?: number;
};

/** All that can be seen of one key. Every record under it is of one category, which is to be guessed. */
export type SeenKey = { chart: string; keyId: Hex; digests: Hex[]; seen: Record<string, number> };

/** What is seen of each key of one chart, as numbers that can be compared with other charts'. */
export function observeKeys(chart: readonly SeenCapsule[]): SeenKey[] {
  const inOrder = chart.toSorted((a, b) => a.position - b.position);
  const byKey = Map.groupBy(inOrder, ({ capsule }) => parseCapsule(capsule).keyId);
  const keyIds = [...byKey.keys()];
  const byAmount = keyIds.toSorted((a, b) => byKey.get(b)!.length - byKey.get(a)!.length);
  const sorted = keyIds.toSorted();
  return [...byKey].map(([keyId, capsules]) => ({
    chart: capsules[0]!.chart,
    keyId,
    digests: capsules.map(({ digest }) => digest),
    seen: {
      share: capsules.length / inOrder.length,
      "rank by amount": byAmount.indexOf(keyId) / keyIds.length,
      "rank by first record": keyIds.indexOf(keyId) / keyIds.length,
      "rank of its id": sorted.indexOf(keyId) / sorted.length,
      authors: new Set(capsules.map(({ uploader }) => uploader)).size,
      ...spreadOf("order", ranksIn(inOrder, capsules)),
      ...spreadOf("order on chain", ranksIn(inOrder.toSorted(byEvent), capsules)),
      ...spreadOf("time", timesOf(inOrder, capsules)),
      ...spreadOf(
        "size",
        capsules.map(({ capsule }) => capsule.length),
      ),
      ...spreadOf(
        "size of the body",
        capsules.map(({ bodySize = 0 }) => bodySize),
      ),
      ...bytesOf("id", hexToBytes(keyId)),
      ...meansOfParts(capsules),
    },
  }));
}

const byEvent = (a: SeenCapsule, b: SeenCapsule) => (a.event ?? 0) - (b.event ?? 0);

function ranksIn(all: readonly SeenCapsule[], some: readonly SeenCapsule[]): number[] {
  const ranks = new Map(all.map((it, rank) => [it, rank / all.length]));
  return some.map((it) => ranks.get(it)!);
}

function timesOf(all: readonly SeenCapsule[], some: readonly SeenCapsule[]): number[] {
  const first = all[0]!.storedAt ?? 0;
  return some.map(({ storedAt = 0 }) => storedAt - first);
}

function spreadOf(name: string, values: readonly number[]): Record<string, number> {
  return {
    [`${name}, least`]: values.reduce((a, b) => Math.min(a, b)),
    [`${name}, mean`]: meanOf(values),
    [`${name}, most`]: values.reduce((a, b) => Math.max(a, b)),
  };
}

/** Byte by byte: a category could stand in any of them. */
function bytesOf(name: string, bytes: Uint8Array): Record<string, number> {
  return Object.fromEntries([...bytes].map((byte, at) => [`${name}, byte ${at}`, byte]));
}

function meansOfParts(capsules: readonly SeenCapsule[]): Record<string, number> {
  const parsed = capsules.map(({ capsule }) => parseCapsule(capsule));
  const mean = (part: (capsule: (typeof parsed)[number]) => Uint8Array) =>
    meanOf(parsed.map((capsule) => meanOf([...part(capsule)])));
  return {
    commitments: mean(({ commitment }) => commitment),
    "wrapped keys": mean(({ wrapped }) => wrapped),
    nonces: mean(({ nonce }) => nonce),
    entries: mean(({ box }) => box),
    digests: meanOf(capsules.map(({ digest }) => meanOf([...hexToBytes(digest)]))),
    heads: meanOf(capsules.map(({ capsule }) => meanOf([...capsule.subarray(0, 8)]))),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
