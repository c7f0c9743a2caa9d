import { eraseRecord } from "#core/chart/eraseRecord.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { command } from "../Command.ts";
import { describeRecord } from "#core/chart/describeRecord.ts";
import { findRecord } from "../findRecord.ts";
import { plainLine } from "../output/plainText.ts";

const honestNote =
  "Erasing deletes what opens the record at your gateway, for good. Whoever opened it before may have kept a copy, and " +
  "the chain goes on showing that there was a record, by whom, and when.";

export const erase = command({
  name: "erase",
  summary: "make a record of your own chart unreadable",
  operands: ["RECORD"],
  description: honestNote,
  examples: ["erase 3 --account 8", "erase 0x1f9a27 --keys maya.keys --yes --json"],
  options: { yes: { type: "boolean", short: "y", help: "do not ask" } },
  async run(context, { values, operands }) {
    const world = await context.world();
    const holder = await world.holder();
    const access = await openOwnAccess({ holder });
    const record = await findRecord({ holder, access, wanted: operands[0]! });
    const { capsuleHash } = record;
    const title = "entry" in record ? plainLine(record.entry.title) : "one that cannot be opened";
    context.print(title, capsuleHash, ...context.prose(honestNote));
    await context.confirm("Erase it?", values.yes);
    await eraseRecord({ holder, capsuleHash });
    return { text: ["Erased."], json: { erased: describeRecord(record) } };
  },
});
