import { join } from "node:path";
import type { Hex } from "viem";
import type { Access } from "#core/chart/Access.ts";
import { ChartError } from "#core/chart/ChartError.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { categoryNumber } from "#core/records/categories.ts";
import { bodySize } from "#core/sealing/body/bodySize.ts";
import { sameBytes } from "#core/sealing/sameBytes.ts";
import { type Outcome, command } from "../Command.ts";
import { CommandError } from "../CommandError.ts";
import type { Context } from "../Context.ts";
import { openAccess } from "../openAccess.ts";
import { Journal } from "../publishing/Journal.ts";
import {
  type NumberedRecord,
  type PlanParameters,
  type PreviewedRecord,
  plan,
  previewOf,
  totalsOf,
} from "../publishing/plan.ts";
import { previewLines } from "../publishing/previewLines.ts";
import { type Published, publishPlanned } from "../publishing/publishPlanned.ts";

export const publish = command({
  name: "publish",
  summary: "add files to a chart: FHIR histories, or any document",
  operands: ["FILE…"],
  description:
    "A history in FHIR R4 (a Bundle, a resource, or one a line) becomes one record a visit and category; any other file " +
    "becomes one record. First it is shown what becomes which record. Interrupted, the same command goes on where it " +
    "stopped: what is in the chart already is not added again.",
  examples: [
    "publish history.json --account 8",
    "publish knee.dcm letter.pdf --category imaging --category 2=encounters",
    "publish export.ndjson --to 0x… --keys hospital.keys --yes --json",
    "publish history.json --dry-run",
  ],
  options: {
    to: { type: "string", value: "SUBJECT", help: "a chart that you may add to; else your own" },
    category: { type: "string", value: "C", multiple: true, help: "C for every record, or 3=C for the third" },
    "dry-run": { type: "boolean", help: "only show what would become which record; needs no keys" },
    again: { type: "boolean", help: "add also what is in the chart already" },
    yes: { type: "boolean", short: "y", help: "do not ask" },
  },
  async run(context, { values, operands: files }) {
    const now = new Date(context.now() * 1000).toISOString();
    const wanted: PlanParameters = { files, now, categories: values.category ?? [], signal: context.signal };
    const previewed = await previewOf(wanted);
    if (values["dry-run"] === true) return dryRunOutcome(context, previewed);

    const world = await context.world();
    const holder = await world.holder();
    const access = await openAccess({ holder, of: values.to });
    requireAllowed(access, previewed);
    const folder = join(await context.memoryFolder(), "published");
    const journal = await Journal.open({ folder, holder, subject: access.subject });
    try {
      const standing = await standingIn({ holder, access });
      const there = values.again === true ? new Map() : alreadyThere({ journal, previewed, standing });
      const job = { context, holder, access, journal, wanted, previewed, standing, there };
      if (there.size < previewed.length) {
        context.print(...previewLines(context, previewed, ({ number }) => there.has(number)), "");
        await context.confirm(question(previewed.length - there.size, there.size, access.subject), values.yes);
      }
      return await publishAll(job);
    } finally {
      await journal.close();
    }
  },
});

type Job = {
  context: Context;
  holder: Holder;
  access: Access;
  journal: Journal;
  wanted: PlanParameters;
  previewed: readonly PreviewedRecord[];
  /** The hashes in the chart. */
  standing: ReadonlySet<Hex>;
  /** Of what was previewed, by number. */
  there: ReadonlyMap<number, Hex>;
};

async function publishAll(job: Job): Promise<Outcome> {
  const { context, wanted, previewed, there, ...rest } = job;
  const missing = previewed.filter(({ number }) => !there.has(number));
  const published: object[] = [];
  if (missing.length === 0) return outcomeOf(job, published);
  const total = missing.reduce((sum, { bytes }) => sum + bodySize(bytes), 0);
  const progress = context.progress({ title: "Publishing", total, unit: "bytes" });
  try {
    await publishPlanned({
      ...rest,
      planned: asPreviewed({ wanted, previewed, there }),
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

function outcomeOf({ access, previewed, there }: Job, published: readonly object[]): Outcome {
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

/** Read a second time, so that contents need not wait in memory; held against what was shown. */
async function* asPreviewed({ wanted, previewed, there }: Pick<Job, "wanted" | "previewed" | "there">) {
  for await (const planned of plan(wanted)) {
    const shown = previewed[planned.number - 1];
    if (shown === undefined || !sameBytes(shown.digest, planned.digest)) {
      throw new CommandError("FileChanged", { about: planned.file });
    }
    if (!there.has(planned.number)) yield planned;
  }
}

async function standingIn({ holder, access }: Pick<Job, "holder" | "access">): Promise<Set<Hex>> {
  const records = await holder.services.chain.recordsOf(access.subject);
  return new Set(records.map(({ capsuleHash }) => capsuleHash));
}

type AlreadyThere = Pick<Job, "journal" | "previewed" | "standing">;

/** What was stored and never published does not count. */
function alreadyThere({ journal, previewed, standing }: AlreadyThere): Map<number, Hex> {
  return new Map(
    previewed.flatMap(({ number, digest }) => {
      const capsuleHash = journal.find(digest)?.capsuleHash;
      return capsuleHash !== undefined && standing.has(capsuleHash) ? [[number, capsuleHash] as const] : [];
    }),
  );
}

/** Before anything is uploaded. */
function requireAllowed({ writingKey }: Access, previewed: readonly PreviewedRecord[]): void {
  for (const { category } of totalsOf(previewed)) {
    if (writingKey(categoryNumber(category)) === undefined) throw new ChartError("CategoryNotGranted");
  }
}

function dryRunOutcome(context: Context, previewed: readonly PreviewedRecord[]): Outcome {
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
