import type { ListedRecord } from "#core/chart/listRecords.ts";
import { readRecord } from "#core/chart/readRecord.ts";
import { parseFhirJson } from "#core/records/parseFhirJson.ts";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { SealingError } from "#core/sealing/SealingError.ts";
import { ChartError } from "#core/chart/ChartError.ts";
import { command, type Outcome } from "../Command.ts";
import { CommandError } from "../CommandError.ts";
import { describeRecord } from "#core/chart/describeRecord.ts";
import { findRecord } from "../findRecord.ts";
import { openAccess } from "../openAccess.ts";
import { plainLine, plainText } from "../output/plainText.ts";
import { writeWhole } from "../writeWhole.ts";

export const read = command({
  name: "read",
  summary: "what is in a record",
  operands: ["RECORD"],
  description:
    "RECORD is a number of list, or the beginning of a hash. On the terminal FHIR is shown indented; into a file or a " +
    "pipe go the very bytes that were published. Nothing is shown before all of it was checked.",
  examples: ["read 3 --account 8", "read 0x1f9a --of 0x… --out knee.dcm", "read 1 --json | jq .content"],
  options: {
    of: { type: "string", value: "SUBJECT", help: "a chart that is shared with you; else your own" },
    out: { type: "string", value: "FILE", help: "write the content there; nothing is overwritten" },
  },
  async run(context, { values, operands }) {
    const world = await context.world();
    const holder = await world.holder();
    const access = await openAccess({ holder, of: values.of });
    const record = await findRecord({ holder, access, wanted: operands[0]! });
    if (!("entry" in record)) throw refusalOf(record.refusal);
    if (context.isOnScreen && values.out === undefined && !isText(record)) throw new CommandError("RecordIsBinary");
    const content = await readRecord({ holder, access, record });
    if (values.out === undefined) return outcomeOf(record, await bytesOf(content), context.isOnScreen);
    const bytes = await writeWhole({ path: values.out, content, signal: context.signal });
    const { title } = record.entry;
    return {
      text: [`${values.out}: ${bytes.toLocaleString("en-GB")} bytes, ${plainLine(title)}`],
      json: { record: describeRecord(record), file: values.out, bytes },
    };
  },
});

function refusalOf(refusal: "Missing" | SealingError["name"]): Error {
  return refusal === "Missing" ? new ChartError("RecordGone") : new SealingError(refusal);
}

function isText({ entry: { mediaType } }: ListedRecord): boolean {
  return isFhir(mediaType) || mediaType.startsWith("text/") || /[/+](?:json|xml)$/.test(mediaType);
}

function isFhir(mediaType: string): boolean {
  return mediaType === "application/fhir+json";
}

function outcomeOf(record: ListedRecord, bytes: Uint8Array, isOnScreen: boolean): Outcome {
  const described = describeRecord(record);
  const value = isFhir(record.entry.mediaType) ? fhirIn(bytes) : undefined;
  const json =
    value === undefined
      ? { record: described, base64: Buffer.from(bytes).toString("base64") }
      : { record: described, content: value };
  if (!isOnScreen) return { text: [], json, bytes };
  const text = value === undefined ? new TextDecoder().decode(bytes) : JSON.stringify(value, undefined, 2);
  return { text: plainText(text).split("\n"), json };
}

/** Numbers stay as they were written. Whoever wrote this may have written anything. */
function fhirIn(bytes: Uint8Array): unknown {
  try {
    return parseFhirJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes), 503);
  } catch {
    return undefined;
  }
}
