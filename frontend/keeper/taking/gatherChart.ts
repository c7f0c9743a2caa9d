import { ZipFile } from "#core/archive/ZipFile.ts";
import { blobOf } from "#core/archive/blobOf.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { type LostRecord, chartBundle } from "#core/chart/chartBundle.ts";
import { type ExportedRecord, exportChart } from "#core/chart/exportChart.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { writeChartFiles } from "#core/chart/writeChartFiles.ts";
import { sealArchive } from "#core/sealing/archive/sealArchive.ts";
import { requireStrongPassphrase } from "#core/sealing/vault/passphraseStrength.ts";
import { KeeperError } from "../KeeperError.ts";
import type { LostOfChart, TakeProgress, TakeWish, TakenChart } from "./TakesAlong.ts";

/** More is the command line's to write: browsers differ in how large a file they let a page make. */
export const largestTaken = 2_000_000_000;

export type GatherChartParameters = {
  holder: Holder;
  wish: TakeWish;
  told: (progress: TakeProgress) => void;
  signal: AbortSignal;
};

type Gathering = {
  exported: AsyncIterable<ExportedRecord>;
  onRecord: (done: number) => void;
  subject: string;
  signal: AbortSignal;
};

/** One's own chart as one file. What cannot be had is named and leaves the rest whole; anything else ends it. */
export async function gatherChart({ holder, wish, told, signal }: GatherChartParameters): Promise<TakenChart> {
  if (wish.form === "archive") await requireStrongPassphrase(wish.passphrase);
  const access = await openOwnAccess({ holder });
  const { subject } = access;
  const total = (await holder.services.chain.recordsOf(subject)).length;
  const lost: LostOfChart[] = [];
  const exported = noting(exportChart({ holder, access, signal }), (one) => lost.push(describeLost(one)));
  const gathering = { exported, onRecord: (done: number) => told({ done, total }), subject, signal };
  const file = wish.form === "bundle" ? await bundleOf(gathering) : await archiveOf(gathering, wish.passphrase);
  return { file, records: total - lost.length, lost };
}

async function bundleOf({ exported, onRecord }: Gathering): Promise<Blob> {
  const exportedAt = new Date().toISOString();
  return (await chartBundle({ exported, exportedAt, onRecord, onBytes: requireRoom })).bundle;
}

/** The same files that the command line writes, in a ZIP file, under the passphrase. */
async function archiveOf(gathering: Gathering, passphrase: string): Promise<Blob> {
  const { exported, onRecord, subject, signal } = gathering;
  const zip = new ZipFile();
  const about = { subject: subject.toLowerCase(), exportedAt: Math.floor(Date.now() / 1000) };
  const write = async (path: string, content: Uint8Array) => {
    requireRoom(zip.size + content.length);
    zip.add(path, content);
  };
  await writeChartFiles({ about, exported, onRecord, write });
  return blobOf(await sealArchive({ content: zip.end().stream(), passphrase }), signal);
}

function requireRoom(bytes: number): void {
  if (bytes > largestTaken) throw new KeeperError("ChartTooLarge");
}

async function* noting(exported: AsyncIterable<ExportedRecord>, note: (lost: LostRecord) => void) {
  for await (const one of exported) {
    if ("refusal" in one) note(one);
    yield one;
  }
}

function describeLost({ record, refusal }: LostRecord): LostOfChart {
  return { title: "entry" in record ? record.entry.title : undefined, publishedAt: record.publishedAt, refusal };
}
