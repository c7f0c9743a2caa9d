import { join } from "node:path";
import { findInChart } from "#core/chart/findInChart.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import type { ReadBack } from "#core/chart/readBack/ReadBack.ts";
import { type Outcome, command } from "../Command.ts";
import type { Context } from "../Context.ts";
import { importedRecords } from "../importing/importedRecords.ts";
import { leftBehindLines } from "../importing/leftBehindLines.ts";
import { readExport } from "../importing/readExport.ts";
import { readSecret } from "../keys/readSecret.ts";
import { Journal } from "../publishing/Journal.ts";
import {
  type AddPreviewedParameters,
  addPreviewed,
  alreadyThere,
  dryRunOutcome,
  standingIn,
} from "../publishing/addPreviewed.ts";
import { previewOf } from "../publishing/plan.ts";

export const importCommand = command({
  name: "import",
  summary: "read a downloaded chart back into a new one",
  operands: ["FILE"],
  description:
    "FILE is an archive, the ZIP file that was in one, or a chart's Bundle for other apps, as the app's Download " +
    "everything made it, or a folder that export wrote. Each record comes with its content, title, category, type and time. What was replaced or " +
    "entered in error is not brought, and records stand in the new chart as added by you. A damaged file is refused " +
    "before anything is written; what is in the chart already is not added again, so the same command goes on after an " +
    "interruption.",
  examples: [
    'import "Ownchart 2026-11-21.ownchart" --keys maya.keys',
    "import old.ownchart --archive-passphrase-file words --keys maya.keys --yes --json",
    "import old.ownchart --dry-run",
  ],
  options: {
    "archive-passphrase-file": {
      type: "string",
      value: "FILE",
      help: "the archive's passphrase (OWNCHART_ARCHIVE_PASSPHRASE); else it is asked for",
    },
    "dry-run": { type: "boolean", help: "only show what would become which record; needs no keys" },
    yes: { type: "boolean", short: "y", help: "do not ask" },
  },
  async run(context, { values, operands }) {
    const file = operands[0]!;
    const back = await readBack(context, file, values["archive-passphrase-file"]);
    const { records } = back;
    const notes = leftBehindLines(context, back);
    const plan = () => importedRecords({ file, records, signal: context.signal });
    const previewed = await previewOf(plan());
    if (values["dry-run"] === true) return withLeft(dryRunOutcome(context, previewed), back, notes);

    const world = await context.world();
    const holder = await world.holder();
    const access = await openOwnAccess({ holder });
    const folder = join(await context.memoryFolder(), "published");
    const journal = await Journal.open({ folder, holder, subject: access.subject });
    try {
      const standing = await standingIn({ holder, access });
      const there = alreadyThere({ journal, previewed, standing });
      const job = { context, holder, access, journal, plan, previewed, standing, isConfirmed: values.yes, notes };
      const found = await foundThere({ ...job, there }, records);
      return withLeft(await addPreviewed({ ...job, there: found }), back);
    } finally {
      await journal.close();
    }
  },
});

async function readBack(context: Context, file: string, passphraseFile: string | undefined): Promise<ReadBack> {
  const passphrase = () =>
    readSecret({
      context,
      file: passphraseFile,
      variable: "OWNCHART_ARCHIVE_PASSPHRASE",
      question: "Passphrase of the archive: ",
      otherwise: "ArchivePassphraseMissing",
    });
  return readExport({ path: file, passphrase, now: new Date(context.now() * 1000).toISOString() });
}

/** With what another machine or the app has added, which this one's journal does not know. */
async function foundThere(
  { context, holder, access, previewed, there }: AddPreviewedParameters,
  records: ReadBack["records"],
): Promise<AddPreviewedParameters["there"]> {
  const unknown = previewed.filter(({ number }) => !there.has(number)).map(({ number }) => number);
  const found = await findInChart({
    holder,
    access,
    records: unknown.map((number) => records[number - 1]!),
    except: new Set(there.values()),
    signal: context.signal,
  });
  const more = unknown.flatMap((number, at) => {
    const hash = found[at];
    return hash === undefined ? [] : [[number, hash] as const];
  });
  return new Map([...there, ...more]);
}

function withLeft({ text, json }: Outcome, { left, disputed }: ReadBack, notes: readonly string[] = []): Outcome {
  return { text: [...text, ...notes], json: { ...(json as object), leftBehind: left, disputed } };
}
