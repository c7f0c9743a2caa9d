import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { entriesOf } from "#core/records/entriesOf.ts";
import { type CommandLine, asPatient, commandLine, readyCommandLine } from "#test/support/commandLine.ts";
import { listShared, readShared } from "#test/support/shared.ts";

const folder = "fixtures/synthea-r4";
const files = (await listShared(folder)).filter((name) => name.endsWith(".json.gz"));

/** core/chart takes all of them through a chart in Chromium; here a few, and all by OWNCHART_HISTORIES=all. */
const step = process.env.OWNCHART_HISTORIES === "all" ? 1 : Math.ceil(files.length / 3);
const chosen = files.filter((_, index) => index % step === 0);

describe("synthetic histories from ../shared", () => {
  it.skipIf(files.length > 0)("are left out, since they are not here", () => {});

  it.skipIf(files.length === 0)(
    "go through publish and export, every resource equal",
    { timeout: 900_000 },
    async () => {
      const { vaults } = await readyCommandLine();
      for (const file of chosen) {
        const before = gunzipSync((await readShared(`${folder}/${file}`))!).toString();
        const after = await publishedAndExported(before, commandLine(undefined, vaults));
        expect(byUrl(after), file).toEqual(byUrl(before));
        expect(numbersIn(after)).toEqual(numbersIn(before));
      }
    },
  );
});

async function publishedAndExported(history: string, line: CommandLine): Promise<string> {
  writeFileSync(line.path("history.json"), history);
  await line.run(["open-chart", ...asPatient]);
  await line.run(["publish", line.path("history.json"), ...asPatient, "--yes"]);
  const { json } = await line.run(["export", line.path("out"), ...asPatient, "--json"]);
  expect(json).toMatchObject({ files: 0, damaged: [] });
  return readFileSync(line.path("out/bundle.json"), "utf8");
}

function byUrl(text: string): Map<unknown, unknown> {
  return new Map(entriesOf(JSON.parse(text)).map(({ fullUrl, resource }) => [fullUrl, resource]));
}

/** As they were written: 1.10 is not 1.1. */
function numbersIn(text: string): string[] {
  return (text.match(/(?<=": ?)-?\d[\d.eE+-]*/g) ?? []).toSorted();
}
