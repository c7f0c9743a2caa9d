import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Holder } from "#core/chart/Holder.ts";
import { type CommandLine, asPatient, historyOf, patient, readyCommandLine } from "#test/support/commandLine.ts";
import { labResult, newWorld, publish } from "#test/support/chartPeople.ts";
import { splitHistory } from "#core/records/splitHistory.ts";
import { gatherChart } from "../../../frontend/keeper/taking/gatherChart.ts";
import type { TakeWish } from "../../../frontend/keeper/taking/TakesAlong.ts";

const passphrase = "correct horse é ﬁ battery";
const environment = { OWNCHART_ARCHIVE_PASSPHRASE: passphrase };

let [archive, bundle]: Uint8Array[] = [];

async function take(holder: Holder, wish: TakeWish): Promise<Uint8Array> {
  const { signal } = new AbortController();
  return (await gatherChart({ holder, wish, told: () => {}, signal })).file.bytes();
}

/** Somebody's chart from before: 6 records of a history, a letter, the same letter under another title, an older one. */
beforeAll(async () => {
  const { patient: before, services } = await newWorld();
  const history = splitHistory({ history: historyOf(3) }).map((record) =>
    Object.assign(record, { content: new Blob([record.content]) }),
  );
  await publish(before, labResult("an older letter"));
  const { chain } = services;
  const [older] = await chain.recordsOf(before.address);
  const recordsOf = chain.recordsOf.bind(chain);
  chain.recordsOf = async (subject) =>
    (await recordsOf(subject)).map((one) =>
      one.capsuleHash === older!.capsuleHash ? Object.assign({}, one, { status: "superseded" as const }) : one,
    );
  await publish(before, ...history, labResult("letter"), labResult("letter", { title: "The same again" }));
  archive = await take(before, { form: "archive", passphrase });
  bundle = await take(before, { form: "bundle" });
});

async function newChart(): Promise<CommandLine> {
  const line = await readyCommandLine();
  writeFileSync(line.path("old.ownchart"), archive!);
  writeFileSync(line.path("old.json"), bundle!);
  return line;
}

const imported = (line: CommandLine, file: string, ...more: string[]) =>
  line.run(["import", line.path(file), ...asPatient, ...more], { environment });

async function listed(line: CommandLine): Promise<{ title: string; author: string; issued: string }[]> {
  return (await line.run(["list", ...asPatient, "--json"])).json.records;
}

describe("import", () => {
  it("previews without keys, chain or writing, and says what is left behind", async () => {
    const line = await newChart();
    const { json } = await line.run(["import", line.path("old.ownchart"), "--dry-run", "--json"], { environment });
    expect(json.records).toHaveLength(8);
    expect(json.records).toContainEqual(
      expect.objectContaining({ title: "The same again", category: "labs", issued: "2026-11-21T09:30:00Z" }),
    );
    expect(json.leftBehind).toEqual([{ title: "About an older letter", why: "superseded" }]);
  });

  it("asks for the passphrase, shows what comes, and writes nothing before somebody says yes", async () => {
    const line = await newChart();
    const answers = [passphrase, "n"];
    const { out, questions, err } = await line.run(["import", line.path("old.ownchart"), ...asPatient], { answers });
    expect(questions).toEqual(["Passphrase of the archive: ", `Add 8 records to the chart of ${patient}? [y/N] `]);
    expect(out.replaceAll(/\s+/g, " ")).toContain("as added by you.");
    expect(out.replaceAll(/\s+/g, " ")).toContain("Not brought: 1 replaced by a newer version.");
    expect([err, line.services.blobs.bodies.size]).toEqual([expect.stringMatching(/^NotConfirmed: /), 0]);
  });

  it("brings all of it, and nothing twice: by the same file, by the other form, on another machine", async () => {
    const line = await newChart();
    const first = await imported(line, "old.ownchart", "--yes", "--json");
    expect(first.json).toMatchObject({ subject: patient, alreadyThere: [], leftBehind: [{}] });
    expect(first.json.published).toHaveLength(8);
    expect((await listed(line)).every(({ author }) => author === patient)).toBe(true);
    for (const [file, data] of [
      ["old.ownchart", line.folder],
      ["old.ownchart", line.path("another machine")],
      ["old.json", line.path("a third")],
    ] as const) {
      const args = ["import", line.path(file), ...asPatient, "--yes"];
      const { out } = await line.run(args, { environment: { ...environment, OWNCHART_DATA: data } });
      expect(out).toContain("0 records added; 8 were there already.");
    }
    expect(await listed(line)).toHaveLength(8);
  });

  it("brings a folder that export wrote, and no other file of this machine's", async () => {
    const line = await newChart();
    await imported(line, "old.ownchart", "--yes");
    await line.run(["export", line.path("folder"), ...asPatient]);
    const other = await newChart();
    const args = ["import", line.path("folder"), ...asPatient, "--yes", "--json"];
    expect((await other.run(args)).json.published).toHaveLength(8);
    expect((await line.run(args)).json.alreadyThere).toHaveLength(8);
    const index = line.path("folder/index.json");
    writeFileSync(index, readFileSync(index, "utf8").replace(/"files\/[^"]+"/, '"files/../../old.json"'));
    expect((await other.run(args)).err).toContain("ExportDamaged");
  });

  it("goes on after a cut, and knows what was only stored", async () => {
    const line = await newChart();
    const { chain } = line.services;
    const toChain = chain.publish.bind(chain);
    chain.publish = () => Promise.reject(new Error("The relay is silent."));
    await imported(line, "old.json", "--yes");
    const stored = line.services.blobs.bodies.size;
    chain.publish = async (records) => {
      await toChain(records);
      throw new Error("The connection was cut.");
    };
    await imported(line, "old.json", "--yes");
    chain.publish = toChain;
    expect((await imported(line, "old.json", "--yes")).out).toContain("0 records added; 8 were there already.");
    expect([stored, line.services.blobs.bodies.size, (await listed(line)).length]).toEqual([8, 8, 8]);
  });

  it("refuses a wrong passphrase, damage and any other file by name, and writes nothing", async () => {
    const line = await newChart();
    const wrong = await line.run(["import", line.path("old.ownchart"), ...asPatient, "--yes"], {
      environment: { OWNCHART_ARCHIVE_PASSPHRASE: "somebody else's guess" },
    });
    expect(wrong.err).toMatch(/^ArchiveDoesNotOpen: /);
    writeFileSync(line.path("cut.ownchart"), archive!.subarray(0, -1));
    expect((await imported(line, "cut.ownchart", "--yes")).err).toMatch(/^Archive\w+: /);
    const text = readFileSync(line.path("old.json"), "utf8");
    writeFileSync(line.path("changed.json"), text.replace(btoa("letter"), btoa("Letter")));
    expect((await imported(line, "changed.json", "--yes")).err).toMatch(/^ExportDamaged: /);
    writeFileSync(line.path("note.txt"), "words");
    expect((await imported(line, "note.txt", "--yes")).err).toMatch(/^NotAChart: /);
    const silent = await line.run(["import", line.path("old.ownchart"), ...asPatient, "--yes", "--json"]);
    expect(silent.err).toContain("ArchivePassphraseMissing");
    expect((await imported(line, "none.ownchart")).err).toMatch(/^FileNotFound: /);
    expect(line.services.blobs.bodies.size).toBe(0);
  });
});
