import type { Hex } from "viem";
import type { Access } from "#core/chart/Access.ts";
import { ChartError } from "#core/chart/ChartError.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { categoryNumber } from "#core/records/categories.ts";
import { bodySize } from "#core/sealing/body/bodySize.ts";
import { sameBytes } from "#core/sealing/sameBytes.ts";
import type { Outcome } from "../Command.ts";
import { CommandError } from "../CommandError.ts";
import type { Context } from "../Context.ts";
import type { Journal } from "./Journal.ts";
import { type NumberedRecord, type PreviewedRecord, totalsOf } from "./plan.ts";
import { previewLines } from "./previewLines.ts";
import { type Published, publishPlanned } from "./publishPlanned.ts";

export type AddPreviewedParameters = {
  context: Context;
  holder: Holder;
  access: Access;
  journal: Journal;
  /** Gives what was previewed once more, so that contents need not wait in memory. */
  plan: () => AsyncIterable<NumberedRecord>;
  previewed: readonly PreviewedRecord[];
  /** The hashes in the chart. */
  standing: ReadonlySet<Hex>;
  /** Of what was previewed, by number: what is in the chart already. */
  there: ReadonlyMap<number, Hex>;
  isConfirmed: boolean | undefined;
  /** What people are to read before they say yes. */
  notes?: readonly string[];
};

/** Shows what becomes which record, asks, and adds what is not there yet. */
export async function addPreviewed(job: AddPreviewedParameters): Promise<Outcome> {
  const { context, access, previewed, there, isConfirmed, notes = [] } = job;
  if (there.size < previewed.length) {
    context.print(...previewLines(context, previewed, ({ number }) => there.has(number)), "", ...notes);
    await context.confirm(question(previewed.length - there.size, there.size, access.subject), isConfirmed);
  }
  return publishAll(job);
}

async function publishAll(job: AddPreviewedParameters): Promise<Outcome> {
  const { context, plan, previewed, there, ...rest } = job;
  const missing = previewed.filter(({ number }) => !there.has(number));
  const published: object[] = [];
  if (missing.length === 0) return outcomeOf(job, published);
  const total = missing.reduce((sum, { bytes }) => sum + bodySize(bytes), 0);
  const progress = context.progress({ title: "Publishing", total, unit: "bytes" });
  try {
    await publishPlanned({
      ...rest,
      planned: asPreviewed({ plan, previewed, there }),
      onProgress: progress.update,
      onPublished: (page) => page.forEach((it) => published.push(publishedJson(it))),
      signal: context.signal,
    });
  } catch (error) {
    const after = `${published.length} of ${missing.length} records were added; the same command goes on from there.`;
    if (context.signal.aborted) throw new CommandError("Interrupted", { after });
    context.warn(after);
    throw error;
  } finally {
    progress.end();
  }
  return outcomeOf(job, published);
}

function outcomeOf({ access, previewed, there }: AddPreviewedParameters, published: readonly object[]): Outcome {
  const known = there.size > 0 ? `; ${there.size} ${there.size === 1 ? "was" : "were"} there already` : "";
  return {
    text: [`${counted(published.length)} added${known}.`],
    json: {
      subject: access.subject,
      published,
      alreadyThere: previewed
        .filter(({ number }) => there.has(number))
        .map(({ file, number }) => ({ file, number, capsuleHash: there.get(number) })),
    },
  };
}

/** Held against what was shown. */
async function* asPreviewed({ plan, previewed, there }: Pick<AddPreviewedParameters, "plan" | "previewed" | "there">) {
  for await (const planned of plan()) {
    const shown = previewed[planned.number - 1];
    if (shown === undefined || !sameBytes(shown.digest, planned.digest)) {
      throw new CommandError("FileChanged", { about: planned.file });
    }
    if (!there.has(planned.number)) yield planned;
  }
}

export async function standingIn({
  holder,
  access,
}: Pick<AddPreviewedParameters, "holder" | "access">): Promise<Set<Hex>> {
  const records = await holder.services.chain.recordsOf(access.subject);
  return new Set(records.map(({ capsuleHash }) => capsuleHash));
}

type AlreadyThere = Pick<AddPreviewedParameters, "journal" | "previewed" | "standing">;

/** As this machine remembers it. What was stored and never published does not count. */
export function alreadyThere({ journal, previewed, standing }: AlreadyThere): Map<number, Hex> {
  return new Map(
    previewed.flatMap(({ number, digest }) => {
      const capsuleHash = journal.find(digest)?.capsuleHash;
      return capsuleHash !== undefined && standing.has(capsuleHash) ? [[number, capsuleHash] as const] : [];
    }),
  );
}

/** Before anything is uploaded. */
export function requireAllowed({ writingKey }: Access, previewed: readonly PreviewedRecord[]): void {
  for (const { category } of totalsOf(previewed)) {
    if (writingKey(categoryNumber(category)) === undefined) throw new ChartError("CategoryNotGranted");
  }
}

export function dryRunOutcome(context: Context, previewed: readonly PreviewedRecord[]): Outcome {
  const records = previewed.map(({ digest: _digest, ...record }) => record);
  return {
    text: previewLines(context, previewed, () => false),
    json: { records, totals: totalsOf(previewed) },
  };
}

function publishedJson({ planned, capsuleHash }: Published<NumberedRecord>): object {
  const { file, number, record } = planned;
  return { file, number, category: record.category, title: record.title, capsuleHash };
}

function counted(records: number): string {
  return records === 1 ? "1 record" : `${records} records`;
}

function question(records: number, there: number, subject: string): string {
  const passedOver = there > 0 ? ` (${there} are there already)` : "";
  return `Add ${counted(records)} to the chart of ${subject}${passedOver}?`;
}
