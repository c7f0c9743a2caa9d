import { join } from "node:path";
import { command } from "../Command.ts";
import { openAccess } from "../openAccess.ts";
import { Journal } from "../publishing/Journal.ts";
import { addPreviewed, alreadyThere, dryRunOutcome, requireAllowed, standingIn } from "../publishing/addPreviewed.ts";
import { type PlanParameters, plan, previewOf } from "../publishing/plan.ts";

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
    const previewed = await previewOf(plan(wanted));
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
      const isConfirmed = values.yes;
      const again = () => plan(wanted);
      return await addPreviewed({
        context,
        holder,
        access,
        journal,
        plan: again,
        previewed,
        standing,
        there,
        isConfirmed,
      });
    } finally {
      await journal.close();
    }
  },
});
