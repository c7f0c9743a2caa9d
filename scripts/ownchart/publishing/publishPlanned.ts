import type { Address, Hex } from "viem";
import type { Access } from "#core/chart/Access.ts";
import { ChartError } from "#core/chart/ChartError.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { shuffledIndices } from "#core/chart/shuffledIndices.ts";
import { inParallel } from "#core/chart/inParallel.ts";
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

/** Records are small and ways are long: while one is on its way, others are sealed. */
const atATime = 4;

/**
 * Publishes records in pages, however many there are, holding none but the present one's content. Cut anywhere, it goes on
 * when it is called again: what was stored under the same keys is published as it is, and a hash that the chain has already
 * is passed over there.
 */
export async function publishPlanned<Planned extends PlannedRecord>(
  parameters: PublishPlannedParameters<Planned>,
): Promise<void> {
  let before = 0;
  for await (const page of pagesOf(parameters.planned)) {
    await publishPage(parameters, page, before);
    before += sizeOf(page);
  }
}

async function* pagesOf<Planned extends PlannedRecord>(planned: AsyncIterable<Planned>) {
  let page: Planned[] = [];
  let bytes = 0;
  for await (const next of planned) {
    page.push(next);
    bytes += bodySize(next.record.content.size);
    if (page.length < pageRecords && bytes < pageBytes) continue;
    yield page;
    [page, bytes] = [[], 0];
  }
  if (page.length > 0) yield page;
}

function sizeOf(page: readonly PlannedRecord[]): number {
  return page.reduce((sum, { record }) => sum + bodySize(record.content.size), 0);
}

/** The same promises as publishRecords: in an order that tells nothing, and nothing goes into a chart whose keys have changed since it was sealed. */
async function publishPage<Planned extends PlannedRecord>(
  parameters: PublishPlannedParameters<Planned>,
  page: readonly Planned[],
  before: number,
): Promise<void> {
  const { holder, access, journal, onProgress, onPublished, signal } = parameters;
  signal.throwIfAborted();
  const keysetHash = await keysetHashNow(parameters);
  const sent = page.map(() => 0);
  let done = before;
  const order = shuffledIndices(page.length);
  const capsuleHashes = await inParallel(order, atATime, async (index) => {
    signal.throwIfAborted();
    const next = page[index]!;
    const onBytes = (bytes: number) => {
      done += bytes - sent[index]!;
      sent[index] = bytes;
      onProgress(done);
    };
    const capsuleHash = await stored({ ...parameters, next, keysetHash, onBytes });
    onBytes(bodySize(next.record.content.size)); // though it was there already
    return capsuleHash;
  });
  signal.throwIfAborted();
  await journal.sync();
  if ((await keysetHashNow(parameters)) !== keysetHash) throw new ChartError("EpochPassed");
  const { subject, epoch } = access;
  await holder.services.chain.publish({ author: holder.address, subject, epoch, capsuleHashes });
  const published: Published<Planned>[] = [];
  for (const [place, index] of order.entries()) {
    published[index] = { planned: page[index]!, capsuleHash: capsuleHashes[place]! };
  }
  onPublished(published);
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

async function keysetHashNow({ holder, access }: { holder: Holder; access: Access }): Promise<Hex> {
  const chart = await holder.services.chain.chartOf(access.subject);
  const hash = chart?.keysetHashes.get(chart.epoch);
  if (hash === undefined) throw new ChartError("NoChart");
  return hash;
}
