import { describe, expect, it } from "vitest";
import { person } from "#test/support/chartPeople.ts";
import { memoryServices } from "#test/support/memoryServices.ts";
import { listShared, readShared } from "#test/support/shared.ts";
import { categories } from "../records/categories.ts";
import { entriesOf } from "../records/entriesOf.ts";
import { mergeRecords } from "../records/mergeRecords.ts";
import { splitHistory } from "../records/splitHistory.ts";
import { exportChart } from "./exportChart.ts";
import { openChart } from "./openChart.ts";
import { openOwnAccess } from "./openOwnAccess.ts";
import { publishRecords } from "./publishRecords.ts";

const folder = "fixtures/synthea-r4";
const files = (await listShared(folder)).filter((name) => name.endsWith(".json.gz"));

/** Chromium, where patients do it, takes all of them in every run; Node a few, and all by OWNCHART_HISTORIES=all. */
const takesAll = typeof document !== "undefined" || process.env.OWNCHART_HISTORIES === "all";
const chosen = files.filter((_, index) => takesAll || index % Math.ceil(files.length / 8) === 0);

describe("whole histories", () => {
  it.skipIf(files.length > 0)("are left out, since ../shared is absent", () => {});

  it.skipIf(files.length === 0)("go through a chart and come back equal", { timeout: 300_000 }, async () => {
    const seconds = { split: 0, seal: 0, open: 0, merge: 0 };
    const count = { histories: 0, resources: 0, records: 0, plainBytes: 0, sealedBytes: 0 };
    for (const file of chosen) {
      const text = await unzipped(`${folder}/${file}`);
      const services = memoryServices();
      const holder = person(file, services);
      await openChart({ holder });
      const access = await openOwnAccess({ holder });

      const records = await timed(seconds, "split", () => splitHistory({ history: text }));
      const toAdd = records.map((record) => Object.assign({}, record, { content: new Blob([record.content]) }));
      await timed(seconds, "seal", () => publishRecords({ holder, access, records: toAdd }));
      const exported = await timed(seconds, "open", () => Array.fromAsync(exportChart({ holder, access })));
      const contents = exported.map((one) => {
        if ("refusal" in one) throw new Error(`${file}: ${one.refusal}`);
        return one.content;
      });
      const merged = await timed(seconds, "merge", () => mergeRecords(contents));

      const [before, after] = [entriesOf(JSON.parse(text)), entriesOf(JSON.parse(merged))];
      expect(after).toHaveLength(before.length);
      expect(byUrl(after), file).toEqual(byUrl(before));
      const described = records.map(({ title, category, issued }) => `${title}/${category}/${issued}`);
      const listed = exported.map(({ record }) => "entry" in record && record.entry);
      expect(listed.map((entry) => entry && `${entry.title}/${categories[entry.category]}/${entry.issued}`).toSorted()) //
        .toEqual(described.toSorted());

      count.histories++;
      count.resources += before.length;
      count.records += records.length;
      count.plainBytes += text.length;
      for (const body of services.blobs.bodies.values()) count.sealedBytes += body.length;
    }
    console.log(JSON.stringify({ ...count, seconds }));
  });
});

async function unzipped(path: string): Promise<string> {
  const zipped = await readShared(path);
  return new Response(new Blob([zipped!]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

async function timed<Result>(
  seconds: Record<string, number>,
  phase: string,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  const start = performance.now();
  const result = await work();
  seconds[phase]! += (performance.now() - start) / 1000;
  return result;
}

function byUrl(entries: ReturnType<typeof entriesOf>): Map<unknown, unknown> {
  return new Map(entries.map((entry) => [entry.fullUrl, entry.resource]));
}
