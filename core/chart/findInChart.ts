import { type Hex, sha256, stringToBytes } from "viem";
import type { RecordDescription } from "../records/PlainRecord.ts";
import { categoryNumber } from "../records/categories.ts";
import { entriesOf } from "../records/entriesOf.ts";
import { isMergeable } from "../records/isMergeable.ts";
import { deepestRecord, sortedText } from "../records/mergedEntries.ts";
import { parseHistory } from "../records/parseHistory.ts";
import { bytesOf } from "../sealing/body/bytesOf.ts";
import type { Access } from "./Access.ts";
import type { Holder } from "./Holder.ts";
import type { NewRecord } from "./NewRecord.ts";
import { inParallel } from "./inParallel.ts";
import { type ListedRecord, listRecords } from "./listRecords.ts";
import { readRecord } from "./readRecord.ts";
import { refusalOf } from "./refusalOf.ts";

export type FindInChartParameters = {
  holder: Holder;
  access: Access;
  records: readonly NewRecord[];
  /** Records of the chart that are known to be others. */
  except?: ReadonlySet<Hex>;
  signal?: AbortSignal;
};

/**
 * Which records stand in a chart already: those that are described alike and hold the same, whatever became of them since.
 * A record's keys are drawn anew each time, so no hash could tell; those that are described alike are opened, and no
 * others. Each record of the chart stands for one.
 */
export async function findInChart(parameters: FindInChartParameters): Promise<(Hex | undefined)[]> {
  const { holder, access, records, except = new Set(), signal } = parameters;
  const { records: listed } = await listRecords({ holder, access });
  const wanted = new Set(records.map(descriptionOf));
  const alike = listed.filter((one) => !except.has(one.capsuleHash) && wanted.has(descriptionOfListed(one)));
  const standing = new Map<string, Hex[]>();
  await inParallel(alike, atATime, async (record) => {
    signal?.throwIfAborted();
    const content = await contentOf({ holder, access, record });
    if (content === undefined) return;
    const name = descriptionOfListed(record) + contentName(content);
    standing.set(name, [...(standing.get(name) ?? []), record.capsuleHash]);
  });
  const described = new Set(alike.map(descriptionOfListed));
  return inParallel(records, 1, async (record) => {
    const description = descriptionOf(record);
    if (!described.has(description)) return undefined;
    return standing.get(description + contentName(new Uint8Array(await record.content.arrayBuffer())))?.shift();
  });
}

/** Ways are long. */
const atATime = 4;

function descriptionOf({ category, mediaType, title, issued, resources }: RecordDescription): string {
  return JSON.stringify([categoryNumber(category), mediaType, title, issued, resources]);
}

function descriptionOfListed({ entry }: ListedRecord): string {
  const { category, mediaType, title, issued, resources } = entry;
  return JSON.stringify([category, mediaType, title, issued, resources]);
}

async function contentOf(parameters: Parameters<typeof readRecord>[0]): Promise<Uint8Array | undefined> {
  try {
    return await bytesOf(await readRecord(parameters));
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    return undefined;
  }
}

/** The same for the same bytes, and for Bundles of the same resources however they were written. */
function contentName(content: Uint8Array): Hex {
  if (!isMergeable(content)) return sha256(content);
  const [reading] = parseHistory(content, deepestRecord);
  return sha256(stringToBytes(entriesOf(reading!.resource).map(sortedText).join("\n")));
}
