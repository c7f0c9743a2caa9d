import { exportChart } from "#core/chart/exportChart.ts";
import { command } from "../Command.ts";
import { CommandError } from "../CommandError.ts";
import { writeExport } from "../exporting/writeExport.ts";
import { openAccess } from "../openAccess.ts";
import { plainLine } from "../output/plainText.ts";
import { fileError } from "../readSmallFile.ts";

export const exportCommand = command({
  name: "export",
  summary: "take a chart along, in the clear",
  operands: ["FOLDER"],
  description:
    "bundle.json holds all FHIR that is in force, files/ every document to the byte, and what was replaced or taken back; " +
    "index.json says what is what, and lists what cannot be had. Nothing in the folder is encrypted.",
  examples: ["export ~/my-chart --account 8", "export chart --of 0x… --keys doctor.keys"],
  options: { of: { type: "string", value: "SUBJECT", help: "a chart that is shared with you; else your own" } },
  async run(context, { values, operands }) {
    const world = await context.world();
    const holder = await world.holder();
    const access = await openAccess({ holder, of: values.of });
    const { subject, shared } = access;
    const total = (await holder.services.chain.recordsOf(subject)).length;
    const progress = context.progress({ title: "Exporting", total, unit: "records" });
    const { signal } = context;
    const exported = await writeExport({
      folder: operands[0]!,
      about: { subject, exportedAt: context.now(), ...(shared && { about: shared.about }) },
      exported: exportChart({ holder, access, signal }),
      onRecord: progress.update,
    }).catch((error: unknown) => {
      if (signal.aborted) throw new CommandError("Interrupted", { after: "Nothing was left behind." });
      throw fileError(operands[0]!, error);
    });
    progress.end();
    const { folder, records, files, damaged } = exported;
    const lost = damaged.length === 0 ? "" : ` ${damaged.length} cannot be had; index.json lists them.`;
    return {
      text: context.prose(`${plainLine(folder)} has ${records} records, of which ${files} are in files/.${lost}`),
      json: exported,
    };
  },
});
