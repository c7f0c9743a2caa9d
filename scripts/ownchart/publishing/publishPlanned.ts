import type { Address, Hex } from "viem";
import type { Access } from "#core/chart/Access.ts";
import { ChartError } from "#core/chart/ChartError.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { storeRecord } from "#core/chart/storeRecord.ts";
import { bodySize } from "#core/sealing/body/bodySize.ts";
import type { Journal } from "./Journal.ts";
import type { PlannedRecord } from "./plannedRecords.ts";

export type PublishPlannedParameters<Planned extends PlannedRecord> = {
  holder: Holder;
  access: Access;
  planned: AsyncIterable<Planned>;
  journal: Journal;
  /** What stands in the chart, and is wanted there once more where it is planned. */
  standing: ReadonlySet<Hex>;
  /** Bytes of sealed bodies that are done. */
  onProgress: (bytes: number) => void;
  /** Told after every page with what stands in the chart from now on. */
  onPublished: (page: Published<Planned>[]) => void;
  signal: AbortSignal;
};

export type Published<Planned> = { planned: Planned; capsuleHash: Hex };

/** One signature publishes so many, or fewer: what is stored and not published within an hour is thrown away. */
const pageRecords = 256;
const pageBytes = 64 * 1024 * 1024;

/**
 * Publishes records in pages, however many there are, holding none but the present one's content. Cut anywhere, it goes on
 * when it is called again: what was stored under the same keys is published as it is, and a hash that the chain has already
 * is passed over there.
 */
export async function publishPlanned<Planned extends PlannedRecord>(
  parameters: PublishPlannedParameters<Planned>,
): Promise<void> {
  const { planned, onProgress, signal } = parameters;
  let before = 0;
  let page = emptyPage<Planned>();
  for await (const next of planned) {
    signal.throwIfAborted();
    page.keysetHash ??= await keysetHashNow(parameters);
    const onBytes = (bytes: number) => onProgress(before + bytes);
    const capsuleHash = await stored({ ...parameters, next, keysetHash: page.keysetHash, onBytes });
    const size = bodySize(next.record.content.size);
    before += size;
    page.bytes += size;
    onProgress(before);
    page.records.push({ planned: next, capsuleHash });
    if (page.records.length < pageRecords && page.bytes < pageBytes) continue;
    await publishPage(parameters, page);
    page = emptyPage<Planned>();
  }
  signal.throwIfAborted();
  await publishPage(parameters, page);
}

type Page<Planned> = { records: Published<Planned>[]; bytes: number; keysetHash: Hex | undefined };

function emptyPage<Planned>(): Page<Planned> {
  return { records: [], bytes: 0, keysetHash: undefined };
}

type StoredParameters = Omit<PublishPlannedParameters<PlannedRecord>, "planned" | "onProgress" | "onPublished"> & {
  next: PlannedRecord;
  keysetHash: Hex;
  onBytes: (bytes: number) => void;
};

async function stored(parameters: StoredParameters): Promise<Hex> {
  const { holder, access, journal, standing, signal, next, keysetHash, onBytes } = parameters;
  const { record, digest } = next;
  const earlier = journal.find(digest);
  const isWaiting = earlier?.keysetHash === keysetHash && !standing.has(earlier.capsuleHash);
  if (isWaiting && (await isKept(holder, access.subject, earlier.capsuleHash))) return earlier.capsuleHash;
  const capsuleHash = await storeRecord({ holder, access, record, keysetHash, onProgress: onBytes, signal });
  await journal.note(digest, { capsuleHash, keysetHash });
  return capsuleHash;
}

async function isKept({ services }: Holder, subject: Address, capsuleHash: Hex): Promise<boolean> {
  return (await services.capsules.get({ subject, capsuleHash })) !== undefined;
}

/** The same promises as publishRecords: nothing goes into a chart whose keys have changed since it was sealed. */
async function publishPage<Planned extends PlannedRecord>(
  parameters: PublishPlannedParameters<Planned>,
  { records, keysetHash }: Page<Planned>,
): Promise<void> {
  const { holder, access, journal, onPublished } = parameters;
  if (records.length === 0) return;
  await journal.sync();
  if ((await keysetHashNow(parameters)) !== keysetHash) throw new ChartError("EpochPassed");
  const capsuleHashes = records.map(({ capsuleHash }) => capsuleHash);
  const { subject, epoch } = access;
  await holder.services.chain.publish({ author: holder.address, subject, epoch, capsuleHashes });
  onPublished(records);
}

async function keysetHashNow({ holder, access }: { holder: Holder; access: Access }): Promise<Hex> {
  const chart = await holder.services.chain.chartOf(access.subject);
  const hash = chart?.keysetHashes.get(chart.epoch);
  if (hash === undefined) throw new ChartError("NoChart");
  return hash;
}
