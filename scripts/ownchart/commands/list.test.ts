import { writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type CommandLine,
  asDoctor,
  asPatient,
  historyOf,
  patient,
  readyCommandLine,
  shareWithDoctor,
} from "#test/support/commandLine.ts";
import { textWidth } from "../output/textWidth.ts";

let line: CommandLine;

beforeAll(async () => {
  line = await readyCommandLine();
  writeFileSync(line.path("history.json"), historyOf(3));
  writeFileSync(
    line.path("膝の手術\u202e\u001b[31m と とても長い名前のファイルで一行には入りきらないもの.txt"),
    "text",
  );
  const files = [
    line.path("history.json"),
    line.path("膝の手術\u202e\u001b[31m と とても長い名前のファイルで一行には入りきらないもの.txt"),
  ];
  await line.run(["publish", ...files, ...asPatient, "--yes"]);
  await shareWithDoctor(line, "--read", "labs");
});

describe("list", () => {
  it("numbers records by when they happened", async () => {
    const { json } = await line.run(["list", ...asPatient, "--json"]);
    expect(Object.keys(json)).toEqual(["subject", "records", "closed"]);
    expect(json.records.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const days = json.records.map(({ issued }: { issued: string }) => issued);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(json.records[1]).toEqual({
      number: 2,
      capsuleHash: expect.stringMatching(/^0x/),
      author: patient,
      publishedAt: expect.any(Number),
      status: "current",
      category: expect.any(String),
      title: expect.any(String),
      issued: "2020-01-03T00:00:00.000Z",
      mediaType: "application/fhir+json",
      resources: expect.any(Array),
    });
  });

  it("keeps the numbers when only some are shown", async () => {
    const { json } = await line.run(["list", ...asPatient, "--category", "labs", "--since", "2020-01-02", "--json"]);
    const all = (await line.run(["list", ...asPatient, "--json"])).json.records;
    expect(json.records).toHaveLength(2);
    for (const record of json.records) expect(all[record.number - 1]).toEqual(record);
  });

  it("fits 80 columns and hides nothing that drives the terminal", async () => {
    const { out } = await line.run(["list", ...asPatient]);
    expect(out).not.toMatch(/[[\p{Cc}\u202e]--\n]/v);
    for (const text of out.split("\n")) expect(textWidth(text)).toBeLessThanOrEqual(80);
    expect(out).toMatch(/^#\s+happened\s+category\s+title\s+by$/m);
  });

  it("shows a grantee what was shared, and whose it is", async () => {
    const { json } = await line.run(["list", ...asDoctor, "--of", patient, "--json"]);
    expect(json.about).toEqual({ name: "Maya Chen", birthDate: "1991-04-12" });
    expect([json.records.length, json.closed.length]).toEqual([3, 4]);
    const { out } = await line.run(["list", ...asDoctor, "--of", patient]);
    expect(out).toMatch(/^Maya Chen, born 1991-04-12\n/);
    expect(out).toContain("4 more are not shared with you, or cannot be had.");
  });

  it("refuses a chart that is not shared, and what is no chart", async () => {
    const { code, err } = await line.run(["list", ...asDoctor, "--of", `0x${"1".repeat(40)}`]);
    expect([code, err]).toEqual([1, expect.stringMatching(/^NotGranted: |^NoChart: /)]);
    expect((await line.run(["list", ...asDoctor, "--of", "maya"])).code).toBe(2);
  });
});
