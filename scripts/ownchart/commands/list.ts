import { isAddressEqual } from "viem";
import type { ListedRecord } from "#core/chart/listRecords.ts";
import { command } from "../Command.ts";
import type { Context } from "../Context.ts";
import { parseCategories } from "../arguments/parseCategories.ts";
import { parseDay } from "../arguments/parseTime.ts";
import { categoryName, describeRecord } from "#core/chart/describeRecord.ts";
import { openAccess } from "../openAccess.ts";
import { plainLine } from "../output/plainText.ts";
import { shortHex } from "../shortHex.ts";
import { timeline } from "../timeline.ts";

export const list = command({
  name: "list",
  summary: "the records of a chart, by when they happened",
  operands: [],
  description: "read, erase and others take a record's number here, or the beginning of its hash.",
  examples: ["list --account 8", "list --of 0x… --category labs,vitals --since 2025-01-01"],
  options: {
    of: { type: "string", value: "SUBJECT", help: "a chart that is shared with you; else your own" },
    category: { type: "string", value: "A,B", help: "only these" },
    since: { type: "string", value: "DAY", help: "only what happened from this day on" },
  },
  async run(context, { values }) {
    const wanted = parseCategories(values.category) as string[];
    const since = values.since === undefined ? "" : parseDay(values.since, "--since");
    const world = await context.world();
    const holder = await world.holder();
    const access = await openAccess({ holder, of: values.of });
    const { records, closed } = await timeline({ holder, access });

    const shown = records
      .map((record, i) => ({ record, number: i + 1 }))
      .filter(({ record }) => wanted.length === 0 || wanted.includes(categoryName(record.entry.category)))
      .filter(({ record }) => record.entry.issued >= since);
    const { about } = access.shared ?? {};
    return {
      text: [
        ...(about === undefined ? [] : [plainLine(`${about.name}, born ${about.birthDate}`)]),
        ...(shown.length === 0 ? ["No records."] : listTable(context, shown, world.address)),
        ...closedLines(context, closed, access.shared !== undefined),
      ],
      json: {
        subject: access.subject,
        ...(about && { about }),
        records: shown.map(({ record, number }) => Object.assign({ number }, describeRecord(record))),
        closed: closed.map(describeRecord),
      },
    };
  },
});

type Shown = { record: ListedRecord; number: number };

function listTable(context: Context, shown: readonly Shown[], own: `0x${string}`): string[] {
  const columns = [
    { title: "#", align: "right" as const },
    { title: "happened" },
    { title: "category" },
    { title: "title", isFlexible: true as const },
    { title: "by" },
  ];
  const rows = shown.map(({ record, number }) => {
    const { entry, status, author } = record;
    const title = status === "current" ? entry.title : `${entry.title} (${status})`;
    const by = isAddressEqual(author, own) ? "you" : shortHex(author);
    return [String(number), entry.issued.slice(0, 10), categoryName(entry.category), title, by];
  });
  return context.table(columns, rows);
}

/** What was not shared is not there either, for a grantee; they cannot tell it from what is lost. */
function closedLines(context: Context, closed: readonly { capsuleHash: string; refusal: string }[], isShared: boolean) {
  if (closed.length === 0) return [];
  if (isShared) return ["", `${closed.length} more are not shared with you, or cannot be had.`];
  const rows = closed.map(({ capsuleHash, refusal }) => [shortHex(capsuleHash), refusal]);
  return ["", ...context.table([{ title: "cannot be shown" }, { title: "why" }], rows)];
}
