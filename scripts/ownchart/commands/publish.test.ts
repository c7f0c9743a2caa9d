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

let line: CommandLine;
let history: string;

beforeAll(async () => {
  line = await readyCommandLine();
  history = line.path("history.json");
  writeFileSync(history, historyOf(3));
});

async function titles(): Promise<string[]> {
  const { json } = await line.run(["list", ...asPatient, "--json"]);
  return json.records.map(({ title }: { title: string }) => title);
}

describe("publish", () => {
  it("previews without keys, chain or writing", async () => {
    const { json } = await line.run(["publish", history, "--dry-run", "--json", "--category", "2=vitals"]);
    expect(json.records).toHaveLength(6);
    expect(json.records[1]).toEqual({
      number: 2,
      file: history,
      category: "vitals",
      mediaType: "application/fhir+json",
      title: "Laboratory results: Visit",
      issued: "2020-01-01T00:00:00.000Z",
      resources: ["Observation"],
      bytes: expect.any(Number),
    });
    expect(json.totals).toEqual([
      { category: "encounters", records: 3, bytes: expect.any(Number) },
      { category: "labs", records: 2, bytes: expect.any(Number) },
      { category: "vitals", records: 1, bytes: expect.any(Number) },
    ]);
    expect(line.services.blobs.bodies.size).toBe(0);
  });

  it("shows what becomes which record, and writes nothing before somebody says yes", async () => {
    const { code, out, err, questions } = await line.run(["publish", history, ...asPatient], { answers: ["n"] });
    expect([code, err]).toEqual([1, expect.stringMatching(/^NotConfirmed: /)]);
    expect(out).toContain("2  Laboratory results: Visit  labs        Observation");
    expect(questions).toEqual([`Add 6 records to the chart of ${patient}? [y/N] `]);
    expect((await line.run(["publish", history, ...asPatient])).err).toMatch(/^NotConfirmed: /);
    expect(line.services.blobs.bodies.size).toBe(0);
  });

  it("publishes, and adds nothing twice", async () => {
    const first = await line.run(["publish", history, ...asPatient, "--yes", "--json"]);
    expect(first.json).toMatchObject({ subject: patient, alreadyThere: [] });
    expect(first.json.published[0]).toEqual({
      file: history,
      number: 1,
      category: "encounters",
      title: "Visit",
      capsuleHash: expect.stringMatching(/^0x[0-9a-f]{64}$/),
    });
    const second = await line.run(["publish", history, ...asPatient]);
    expect(second).toMatchObject({ code: 0, out: "0 records added; 6 were there already.\n" });
    const more = line.path("more.json");
    writeFileSync(more, historyOf(4));
    const third = await line.run(["publish", more, ...asPatient, "--yes", "--json"]);
    expect([third.json.published.length, third.json.alreadyThere.length]).toEqual([2, 6]);
    expect(await titles()).toHaveLength(8);
    await line.run(["publish", history, ...asPatient, "--yes", "--again"]);
    expect(await titles()).toHaveLength(14);
  });

  it("takes documents, and strangers' names that cannot drive a terminal", async () => {
    const scan = line.path("scan\u001b[2J.txt");
    writeFileSync(scan, "a scan");
    const { out } = await line.run(["publish", scan, ...asPatient, "--category", "imaging"], { answers: ["y"] });
    expect(out).not.toContain("\u001b");
    expect(out).toContain("1 record added.");
    expect((await line.run(["list", ...asPatient, "--category", "imaging", "--json"])).json.records).toHaveLength(1);
  });

  it("refuses a category that there is not, and a number that names no record", async () => {
    const none = await line.run(["publish", history, "--dry-run", "--category", "lab"]);
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining("Did you mean labs?") });
    const beyond = await line.run(["publish", history, "--dry-run", "--category", "7=labs"]);
    expect([beyond.code, beyond.err]).toEqual([2, "UsageWrong: --category 7=… names a record that there is not.\n"]);
  });

  it("adds to another's chart what was permitted, and refuses before it uploads what was not", async () => {
    const other = await readyCommandLine();
    await shareWithDoctor(other, "--read", "labs", "--contribute", "labs,encounters");
    const file = other.path("history.json");
    writeFileSync(file, historyOf(2));
    const to = ["--to", patient, ...asDoctor, "--yes"];
    const refused = await other.run(["publish", file, ...to, "--category", "1=genomics"]);
    expect([refused.err, other.services.blobs.bodies.size]).toEqual([
      expect.stringMatching(/^CategoryNotGranted: /),
      0,
    ]);
    expect((await other.run(["publish", file, ...to, "--json"])).json.published).toHaveLength(4);
    const { json } = await other.run(["list", ...asPatient, "--json"]);
    expect(json.records).toHaveLength(4);
    expect((await other.run(["publish", file, ...asDoctor, "--yes"])).err).toMatch(/^NoChart: /);
  });
});

describe("publish, interrupted", () => {
  it("goes on where it stopped: every record once, what was stored not stored again", async () => {
    const cut = await readyCommandLine();
    const file = cut.path("history.json");
    writeFileSync(file, historyOf(200)); // two pages
    const { blobs } = cut.services;
    const controller = new AbortController();
    const put = blobs.put.bind(blobs);
    blobs.put = async (body) => {
      if (blobs.bodies.size >= 300) controller.abort(new Error("Ctrl-C"));
      return put(body);
    };
    const args = ["publish", file, ...asPatient, "--yes"];
    const first = await cut.run(args, { signal: controller.signal });
    expect(first).toMatchObject({ code: 1 });
    expect(first.err).toMatch(
      /^Interrupted: Stopped before the end\. 256 of 400 records were added; the same command/m,
    );
    const stored = cut.services.capsules.of(patient).size;
    const broken = blobs.bodies.size - stored; // sealed while the others were on their way
    expect(stored).toBeGreaterThan(256);
    expect(broken).toBeLessThanOrEqual(4);

    const second = await cut.run([...args, "--json"]);
    expect([second.json.published.length, second.json.alreadyThere.length]).toEqual([144, 256]);
    expect(blobs.bodies.size).toBe(400 + broken);
    expect((await cut.run(["list", ...asPatient, "--json"])).json.records).toHaveLength(400);
  });

  it("adds nothing twice where only the answer got lost", async () => {
    const cut = await readyCommandLine();
    const file = cut.path("history.json");
    writeFileSync(file, historyOf(2));
    const { chain } = cut.services;
    const publish = chain.publish.bind(chain);
    chain.publish = async (records) => {
      await publish(records);
      throw new Error("The connection was cut.");
    };
    const args = ["publish", file, ...asPatient, "--yes"];
    const lost = await cut.run(args);
    expect(lost.err).toContain("Unexpected: The connection was cut.");
    chain.publish = publish;
    expect((await cut.run(args)).out).toContain("0 records added; 4 were there already.");
  });

  it("brings the very hashes again that a relay may still include", async () => {
    const cut = await readyCommandLine();
    const file = cut.path("history.json");
    writeFileSync(file, historyOf(2));
    const { chain } = cut.services;
    const publish = chain.publish.bind(chain);
    let waiting: (() => Promise<void>) | undefined;
    chain.publish = async (records) => {
      waiting = () => publish(records);
      throw new Error("The relay is silent.");
    };
    const args = ["publish", file, ...asPatient, "--yes", "--json"];
    await cut.run(args);
    chain.publish = publish;
    await cut.run(args);
    await waiting!();
    expect((await cut.run(["list", ...asPatient, "--json"])).json.records).toHaveLength(4);
  });

  it("seals anew what was stored and has gone, or was sealed under earlier keys", async () => {
    const cut = await readyCommandLine();
    const file = cut.path("history.json");
    writeFileSync(file, historyOf(1));
    const { chain, capsules } = cut.services;
    const publish = chain.publish.bind(chain);
    chain.publish = () => Promise.reject(new Error("The relay is silent."));
    const args = ["publish", file, ...asPatient, "--yes", "--json"];
    await cut.run(args);
    const [gone] = capsules.of(patient).keys();
    capsules.of(patient).delete(gone!);
    await shareWithDoctor(cut, "--read", "labs", "--history", "from-now");
    chain.publish = publish;
    const { json } = await cut.run(args);
    expect(json.published).toHaveLength(2);
    const { json: listed } = await cut.run(["list", ...asPatient, "--json"]);
    expect([listed.records.length, listed.closed.length]).toEqual([2, 0]);
  });

  it("notices a file that changes between preview and publication", async () => {
    const changed = await readyCommandLine();
    const file = changed.path("history.json");
    writeFileSync(file, historyOf(1));
    const answers = new Proxy(["y"], {
      get(target, name, receiver) {
        if (name === "shift") writeFileSync(file, historyOf(1, "Another"));
        return Reflect.get(target, name, receiver);
      },
    });
    const { err } = await changed.run(["publish", file, ...asPatient], { answers });
    expect(err).toContain("FileChanged: ");
    expect((await changed.run(["list", ...asPatient, "--json"])).json.records).toEqual([]);
  });
});
