import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { openArchive } from "#core/sealing/archive/openArchive.ts";
import { command } from "../Command.ts";
import { readSecret } from "../keys/readSecret.ts";
import { plainLine } from "../output/plainText.ts";
import { requireFile } from "../readSmallFile.ts";
import { writeWhole } from "../writeWhole.ts";

export const openArchiveCommand = command({
  name: "open-archive",
  summary: "unlock an archive that the app made",
  operands: ["FILE"],
  description:
    "Writes the ZIP file that is in the archive beside it, or where --out says; nothing is overwritten. Needs the " +
    "archive's passphrase and nothing else: no keys, no chain, no gateway. What comes out is not encrypted.",
  examples: ['open-archive "Ownchart 2026-11-21.ownchart"', "open-archive old.ownchart --out chart.zip"],
  options: { out: { type: "string", value: "FILE", help: "write the ZIP file there" } },
  async run(context, { values, operands }) {
    const file = operands[0]!;
    await requireFile(file, Infinity);
    const passphrase = await readSecret({
      context,
      file: context.options["passphrase-file"],
      variable: "OWNCHART_PASSPHRASE",
      question: "Passphrase of the archive: ",
      otherwise: "PassphraseMissing",
    });
    const path = values.out ?? `${file.replace(/\.ownchart$/i, "")}.zip`;
    const archive = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
    const content = openArchive({ archive, passphrase });
    const bytes = await writeWhole({ path, content, signal: context.signal });
    return {
      text: [`${plainLine(path)}: ${bytes.toLocaleString("en-GB")} bytes. Nothing in it is encrypted.`],
      json: { file: path, bytes },
    };
  },
});
