import type { Address, Hex } from "viem";
import { isAddressEqual } from "viem";
import { authorOf } from "#client/chain/publish.ts";
import { publishAsStaff } from "#client/chain/publishAsStaff.ts";
import type { FullConnection } from "#client/connect.ts";
import { accessOfStaffChart } from "#client/staff/accessOfStaffChart.ts";
import { ChartError } from "#core/chart/ChartError.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { inParallel } from "#core/chart/inParallel.ts";
import { storeRecord } from "#core/chart/storeRecord.ts";
import type { StaffChart } from "#core/sealing/staff/StaffSheet.ts";
import type { BatchItem } from "./AddsInBatches.ts";
import type { BatchJournal, JournalEntry } from "./BatchJournal.ts";
import { recordsForBatch } from "./readBatchFile.ts";

export type AddToChartParameters = {
  holder: Holder;
  connection: FullConnection;
  journal: BatchJournal;
  hospital: Address;
  chart: StaffChart;
  files: readonly BatchItem[];
  /** For what has no date in it. */
  now: string;
  /** Waits until few enough are being stored. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  onBytes: (bytes: number) => void;
  signal: AbortSignal;
};

/** Of each file, whether it was there already. */
export type AddedFile = { item: BatchItem; wasThere: boolean };

type Waiting = { item: BatchItem; entry: JournalEntry };

/**
 * Adds files to one chart: all of them by one message, or none. The journal says first what is stored, then what may have
 * been signed, then what is in: wherever this ends, the next time brings the very same capsules again, of which the chain
 * takes none twice, until none of the earlier ones can come any more.
 */
export async function addToChart(parameters: AddToChartParameters): Promise<AddedFile[]> {
  const { files, signal } = parameters;
  const chain = parameters.connection.clientChain;
  const current = await parameters.holder.services.chain.chartOf(parameters.chart.subject);
  const keysetHash = current?.keysetHashes.get(current.epoch);
  if (keysetHash === undefined) throw new ChartError("NoChart");

  const results = await inParallel(files, filesAtATime, (item) =>
    parameters.inTurn(async (): Promise<AddedFile | Waiting> => {
      signal.throwIfAborted();
      const entry = await known(parameters, item);
      if (entry?.isDone === true) return { item, wasThere: true };
      return { item, entry: entry ?? (await stored(parameters, { item, keysetHash })) };
    }),
  );
  signal.throwIfAborted();
  const waiting = results.filter((it) => "entry" in it);
  try {
    await publishAll(parameters, waiting);
  } catch (error) {
    const mayCome = waiting.some(({ entry }) => entry.mayComeUntil > 0);
    if ((error as Error).name !== "CapsuleMissing" || mayCome) throw error;
    // Stored so long ago that the gateway has let it go, and never signed.
    const again = await inParallel(waiting, filesAtATime, ({ item }) =>
      parameters.inTurn(async () => ({ item, entry: await stored(parameters, { item, keysetHash }) })),
    );
    await publishAll(parameters, again);
  }
  return results.map((it) => ("entry" in it ? { item: it.item, wasThere: false } : it));

  async function publishAll(into: AddToChartParameters, all: readonly Waiting[]): Promise<void> {
    if (all.length === 0) return;
    const { time } = await chain.head();
    const mayComeUntil = Math.max(time, chain.now()) + signedFor;
    await note(into, all, { mayComeUntil, isDone: false });
    await publish(
      into,
      all.flatMap(({ entry }) => entry.capsules),
    );
    await note(into, all, { mayComeUntil, isDone: true });
  }
}

export const filesAtATime = 4;

/** What a message that is signed counts for, with room for clocks. */
const signedFor = 3600 + 300;

/** What is in, or may still come; undefined where the file is to be stored anew. */
async function known(parameters: AddToChartParameters, item: BatchItem): Promise<JournalEntry | undefined> {
  const { chart, connection, hospital, journal } = parameters;
  const entry = await journal.read(placeOf(parameters, item));
  if (entry === undefined || entry.isDone) return entry;
  const { clientChain: chain } = connection;
  const authors = await Promise.all(entry.capsules.map((capsule) => authorOf(chain, chart.subject, capsule)));
  if (authors.length > 0 && authors.every((author) => isAddressEqual(author, hospital))) {
    const done = { ...entry, isDone: true };
    await journal.write(placeOf(parameters, item), done);
    return done;
  }
  if (entry.epoch !== chart.epoch) return undefined; // the contract takes nothing of another epoch
  const { time } = await chain.head();
  const canComeNoMore = entry.mayComeUntil > 0 && entry.mayComeUntil < Math.min(time, chain.now());
  return canComeNoMore ? undefined : entry;
}

type Storing = { item: BatchItem; keysetHash: Hex };

async function stored(parameters: AddToChartParameters, { item, keysetHash }: Storing): Promise<JournalEntry> {
  const { holder, hospital, chart, journal, now, onBytes, signal } = parameters;
  const access = accessOfStaffChart(chart);
  const isStaff = !isAddressEqual(hospital, holder.address);
  const planned = await recordsForBatch(item.file, now);
  const told = tellBytes(item.file.size, onBytes);
  const capsules: Hex[] = [];
  for (const [place, record] of planned.entries()) {
    const chosen = item.records[place] ?? null;
    if (chosen === null) continue;
    signal.throwIfAborted();
    const onProgress = told.next();
    const sealing = { holder, access, record: { ...record, ...chosen }, keysetHash, onProgress, signal };
    capsules.push(await storeRecord({ ...sealing, ...(isStaff && { hospital }) }));
  }
  told.end();
  const entry = { capsules, epoch: chart.epoch, mayComeUntil: 0, isDone: false };
  await journal.write(placeOf(parameters, item), entry);
  return entry;
}

/** Sealed bytes are a little more than those of the file, and all that people know is the file. */
function tellBytes(size: number, onBytes: (bytes: number) => void) {
  let told = 0;
  let before = 0;
  const tell = (bytes: number) => {
    const upTo = Math.min(size, bytes);
    onBytes(upTo - told);
    told = upTo;
  };
  return {
    next() {
      const start = before;
      return (bytes: number) => {
        before = start + bytes;
        tell(before);
      };
    },
    end: () => tell(size),
  };
}

async function publish(parameters: AddToChartParameters, capsuleHashes: Hex[]): Promise<void> {
  const { holder, connection, hospital, chart } = parameters;
  const { subject, epoch } = chart;
  const { address } = holder;
  if (isAddressEqual(hospital, address)) {
    await holder.services.chain.publish({ author: address, subject, epoch, capsuleHashes });
  } else {
    await publishAsStaff(connection.sending, { staff: address, hospital, subject, epoch, capsuleHashes });
  }
}

async function note(
  parameters: AddToChartParameters,
  all: readonly Waiting[],
  change: Pick<JournalEntry, "mayComeUntil" | "isDone">,
): Promise<void> {
  await Promise.all(
    all.map(({ item, entry }) => parameters.journal.write(placeOf(parameters, item), Object.assign({}, entry, change))),
  );
}

function placeOf({ hospital, chart: { subject } }: AddToChartParameters, { content }: BatchItem) {
  return { hospital, subject, content };
}
