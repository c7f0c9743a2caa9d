import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { entriesOf } from "#core/records/entriesOf.ts";
import {
  type CommandLine,
  asDoctor,
  asPatient,
  historyOf,
  patient,
  readyCommandLine,
  shareWithDoctor,
} from "#test/support/commandLine.ts";

let line: CommandLine;

const read = (path: string) => readFileSync(line.path(path), "utf8");
const names = (path: string) => readdirSync(line.path(path)).toSorted();

beforeEach(async () => {
  line = await readyCommandLine();
});

async function publish(files: Record<string, string>) {
  for (const [name, content] of Object.entries(files)) writeFileSync(line.path(name), content);
  const paths = Object.keys(files).map(line.path);
  return (await line.run(["publish", ...paths, ...asPatient, "--yes", "--json"])).json.published;
}

describe("export", () => {
  it("brings one Bundle, files to the byte, and an index", async () => {
    const document =
      '{"resourceType":"Bundle","type":"document","entry":[{"resource":{"resourceType":"Composition"}}]}';
    await publish({ "history.json": historyOf(2), "letter.json": document, "note.txt": "text" });
    const { json } = await line.run(["export", line.path("out"), ...asPatient, "--json"]);
    expect(json).toEqual({ folder: line.path("out"), records: 6, files: 2, damaged: [] });
    expect(names("out")).toEqual(["bundle.json", "files", "index.json"]);
    expect(entriesOf(JSON.parse(read("out/bundle.json")))).toHaveLength(4);

    const index = JSON.parse(read("out/index.json"));
    expect(index).toMatchObject({ subject: patient, exportedAt: expect.any(Number), damaged: [] });
    const documents = index.records.filter(({ file }: { file: string }) => file !== "bundle.json");
    expect(documents.map(({ file }: { file: string }) => read(`out/${file}`)).toSorted()).toEqual(["text", document]);
  });

  it("keeps what was taken back out of the Bundle", async () => {
    const [first] = await publish({ "history.json": historyOf(1) });
    const { chain } = line.services;
    const recordsOf = chain.recordsOf.bind(chain);
    chain.recordsOf = async (subject) =>
      (await recordsOf(subject)).map((one) =>
        one.capsuleHash === first.capsuleHash ? Object.assign({}, one, { status: "entered-in-error" as const }) : one,
      );
    const { json } = await line.run(["export", line.path("out"), ...asPatient, "--json"]);
    expect(json).toMatchObject({ records: 2, files: 1 });
    expect(entriesOf(JSON.parse(read("out/bundle.json")))).toHaveLength(1);
    expect(read("out/index.json")).toContain("entered-in-error");
  });

  it("lists what cannot be had, and brings the rest", async () => {
    const [first] = await publish({ "history.json": historyOf(2) });
    await line.run(["erase", first.capsuleHash, ...asPatient, "--yes"]);
    const { out } = await line.run(["export", line.path("out"), ...asPatient]);
    expect(out.replaceAll("\n", " ")).toContain("1 cannot be had; index.json lists them.");
    expect(JSON.parse(read("out/index.json")).damaged).toMatchObject([
      { capsuleHash: first.capsuleHash, refusal: "Missing" },
    ]);
  });

  it("goes for a shared chart as far as it was shared", async () => {
    await publish({ "history.json": historyOf(2) });
    await shareWithDoctor(line, "--read", "labs");
    const { json } = await line.run(["export", line.path("out"), ...asDoctor, "--of", patient, "--json"]);
    expect([json.records, json.damaged.length]).toEqual([2, 2]);
    expect(JSON.parse(read("out/index.json")).about).toEqual({ name: "Maya Chen", birthDate: "1991-04-12" });
  });

  it("appears whole or not at all, and over nothing that is there", async () => {
    await publish({ "history.json": historyOf(2) });
    mkdirSync(line.path("mine"));
    writeFileSync(line.path("mine/letter"), "mine");
    const refused = await line.run(["export", line.path("mine"), ...asPatient]);
    expect(refused.err).toMatch(/^FileExists: .*mine: Something/);
    expect(names("mine")).toEqual(["letter"]);
    expect((await line.run(["export", line.path("history.json"), ...asPatient])).err).toMatch(/^NotAFolder: /);

    const stopped = await line.run(["export", line.path("out"), ...asPatient], { signal: AbortSignal.abort() });
    expect(stopped.err).toBe("Interrupted: Stopped before the end. Nothing was left behind.\n");
    line.services.blobs.get = () => Promise.reject(new Error("The storage cannot be reached."));
    expect((await line.run(["export", line.path("out"), ...asPatient])).code).toBe(1);
    expect([existsSync(line.path("out")), names(".").filter((name) => name.includes("draft"))]).toEqual([false, []]);
  });

  it("is its owner's alone", async () => {
    await line.run(["export", line.path("out"), ...asPatient]);
    expect(statSync(line.path("out")).mode & 0o777).toBe(0o700);
  });
});
