import { describe, expect, test } from "vitest";
import type { BatchChart } from "../keeper/batch/AddsInBatches.ts";
import { type ChosenItem, placeOf, planBatch, recordsOf } from "./planBatch.ts";

const chart = (byte: string, name: string, more: Partial<BatchChart> = {}): BatchChart => ({
  subject: `0x${byte.repeat(20)}`,
  about: { name, birthDate: "1980-02-29" },
  writable: ["labs", "imaging"],
  state: "open",
  ...more,
});
const [ada, ben] = [chart("aa", "Ada Marlow"), chart("bb", "Ben Marlow")];

let count = 0;
function item(path: string, more: Partial<ChosenItem> = {}, category = "labs" as const): ChosenItem {
  const records = [{ title: path, category, issued: "2026-01-01", isKnownFormat: true }];
  return {
    key: path,
    path,
    file: new File([path], path),
    read: { content: `content ${++count}`, size: 1, people: [], records },
    error: undefined,
    decided: undefined,
    parts: {},
    ...more,
  };
}

const plan = (items: ChosenItem[], charts = [ada, ben], rows: Parameters<typeof planBatch>[0]["rows"] = []) =>
  planBatch({ items, rows, charts });
const problems = ({ groups, undecided }: ReturnType<typeof planBatch>) => [
  ...groups.flatMap(({ lines }) => lines.map(({ problem }) => problem)),
  ...undecided.map(({ problem }) => problem),
];

describe("the plan of a batch", () => {
  test("puts files under their patients, and those of nobody apart until somebody decides", () => {
    const files = [item(`${ada.subject}/a`), item("b"), item(`${ben.subject}/c`), item(`${ada.subject}/d`)];
    const { groups, undecided } = plan(files);
    expect(groups.map(({ lines }) => lines.map((line) => line.item.path))).toEqual([
      [files[0]!.path, files[3]!.path],
      [files[2]!.path],
    ]);
    expect(undecided.map(({ problem }) => problem)).toEqual(["no-hint"]);
    expect(plan([item("b", { decided: ben.subject })]).groups).toHaveLength(1);
    expect(problems(plan([item("b", { decided: null })]))).toEqual(["left-out"]);
  });

  test("leaves out what may not be added, unless somebody chooses another part", () => {
    const read = item(`${ada.subject}/a`).read!;
    const records = [{ ...read.records[0]!, category: "genomics" as const }];
    const refused = item(`${ada.subject}/a`, { read: { ...read, records } });
    const [line] = plan([refused]).groups[0]!.lines;
    expect([line!.problem, line!.records[0]!.isWritable]).toEqual(["no-part", false]);
    const chosen = plan([{ ...refused, parts: { 0: "labs" } }]).groups[0]!.lines[0]!;
    expect([chosen.problem, recordsOf(chosen)]).toEqual([undefined, 1]);
  });

  test("leaves out an unknown format, unless the list says what it is", () => {
    const read = item("x").read!;
    const records = [{ ...read.records[0]!, isKnownFormat: false }];
    const unknown = item(`${ada.subject}/x.bin`, { read: { ...read, records } });
    expect(problems(plan([unknown]))).toEqual(["no-part"]);
    const rows = [{ file: "x.bin", part: "Scans", title: "A scan" }];
    const [line] = plan([unknown], [ada], rows).groups[0]!.lines;
    expect(line!.records[0]).toMatchObject({ category: "imaging", title: "A scan" });
  });

  test("adds nothing twice: not the same file again, and not what is in", () => {
    const first = item(`${ada.subject}/a`);
    const again = { ...item(`${ada.subject}/copy of a`), read: first.read };
    const others = { ...item(`${ben.subject}/a`), read: first.read };
    const standing = item(`${ada.subject}/b`);
    const isIn = new Set([placeOf(ada.subject, standing.read!.content)]);
    const planned = planBatch({ items: [first, again, others, standing], rows: [], charts: [ada, ben], isIn });
    expect(problems(planned)).toEqual([undefined, "twice", "there", undefined]);
  });

  test("adds nothing where the chart has ended or has other keys, nor what could not be read", () => {
    const charts = [chart("aa", "Ada", { state: "ended" }), chart("bb", "Ben", { state: "keys-changed" })];
    const files = [item(`${ada.subject}/a`), item(`${ben.subject}/b`)];
    const broken = item("c", { read: undefined, error: new Error("broken") });
    expect(problems(plan([...files, broken], charts))).toEqual(["ended", "keys-changed", "error"]);
  });
});
