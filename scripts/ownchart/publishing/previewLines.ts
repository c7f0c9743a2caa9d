import type { Context } from "../Context.ts";
import { byteText } from "../output/byteText.ts";
import { plainLine } from "../output/plainText.ts";
import { type PreviewedRecord, totalsOf } from "./plan.ts";

/** A screenful a file; --json has all. */
const mostShown = 40;

/** What becomes which record, a table a file, and what that is in all. */
export function previewLines(
  context: Context,
  previewed: readonly PreviewedRecord[],
  isThere: (record: PreviewedRecord) => boolean,
): string[] {
  const byFile = [...Map.groupBy(previewed, ({ file }) => file)];
  const lines = byFile.flatMap(([file, records]) => fileLines(context, { file, records, isThere }));
  const columns = [
    { title: "category" },
    { title: "records", align: "right" as const },
    { title: "size", align: "right" as const },
  ];
  const totals = totalsOf(previewed).map(({ category, records, bytes }) => [
    category,
    String(records),
    byteText(bytes),
  ]);
  return [...lines, ...context.table(columns, totals)];
}

type FileToShow = {
  file: string;
  records: readonly PreviewedRecord[];
  isThere: (record: PreviewedRecord) => boolean;
};

function fileLines(context: Context, { file, records, isThere }: FileToShow): string[] {
  const shown = recordTable(context, records.slice(0, mostShown), isThere);
  const more = records.length > mostShown ? [`… and ${records.length - mostShown} more.`] : [];
  return [`${plainLine(file)}:`, ...shown, ...more, ""];
}

function recordTable(
  context: Context,
  records: readonly PreviewedRecord[],
  isThere: (record: PreviewedRecord) => boolean,
): string[] {
  const columns = [
    { title: "#", align: "right" as const },
    { title: "record", isFlexible: true as const },
    { title: "category" },
    { title: "holds", isFlexible: true as const },
    { title: "size", align: "right" as const },
  ];
  const rows = records.map((record) => {
    const { number, title, category, resources, bytes } = record;
    const state = isThere(record) ? " (already there)" : "";
    return [String(number), `${title}${state}`, category, resources.join(", "), byteText(bytes)];
  });
  return context.table(columns, rows);
}
