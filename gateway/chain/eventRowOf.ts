import { type Address, type Log, decodeEventLog } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { chainEvents } from "../database/schema.ts";

export type EventRow = typeof chainEvents.$inferInsert;

/** Whose events are kept: those that have a subject. */
export const indexedContracts = ["ConsentRegistry", "RecordRegistry"] as const;
export type IndexedContract = (typeof indexedContracts)[number];

/** An event of a chart as it is kept: numbers in decimals, all else in lower-case hex. */
export function eventRowOf(contract: IndexedContract, { blockNumber, logIndex, data, topics }: Log): EventRow {
  const { eventName, args } = decodeEventLog({ abi: contractAbis[contract], data, topics });
  const texts = Object.entries(args ?? {}).map(([name, value]) => [name, String(value).toLowerCase()] as const);
  const values: Record<string, string> = Object.fromEntries(texts);
  return {
    block: Number(blockNumber),
    index: logIndex!,
    contract,
    event: eventName as string,
    subject: values.subject as Address,
    grantee: (values.grantee as Address | undefined) ?? null,
    values,
  };
}
