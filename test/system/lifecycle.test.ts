import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Address } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { people } from "../../scripts/seed/people.ts";
import { type Ownchart, ownchartOn } from "./support/ownchart.ts";
import { runProgram } from "./support/runProgram.ts";
import { type Stack, startStack } from "./support/stack.ts";

let stack: Stack;
let folder: string;
let patient: Ownchart;
let sample: Ownchart;
let keys: string[];
let subject: Address;

const [doctor, hospital] = [
  ["--account", "3"],
  ["--account", "7"],
];
const doctorAddress = people.licensed[0]!.account.address.toLowerCase();

beforeAll(async () => {
  stack = await startStack({ environment: { OWNCHART_ANCHOR_SECONDS: "1" } });
  folder = await mkdtemp(join(tmpdir(), "ownchart-lifecycle-"));
  patient = await ownchartOn(stack, "a long passphrase that nobody guesses 71");
  sample = await ownchartOn(stack);
  keys = ["--keys", join(folder, "patient.keys")];
}, 120_000);
afterAll(() => stack.close());

/** One after the other: the life of one chart, with real processes from end to end. */
describe("the life of a chart", () => {
  test("begins with keys in a file, and an open chart", async () => {
    const created = await patient("keys", "create", keys[1]!, "--yes");
    expect(created.json.recoveryCode).toMatch(/^[0-9A-Z-]+[*~$=]?$/);
    subject = created.json.address;
    expect((await patient("open-chart", ...keys)).json).toMatchObject({ address: subject });
    expect((await patient("open-chart", ...keys)).refusal).toBe("ChartAlreadyOpen");
    expect((await patient("list", ...keys)).json).toEqual({ subject, records: [], closed: [] });
  });

  test("clinicians join, and see no chart yet", async () => {
    for (const who of [doctor, hospital]) expect((await sample("join", ...who)).code).toBe(0);
    expect((await sample("shared", ...doctor)).json).toEqual({ charts: [] });
    expect((await sample("list", ...doctor, "--of", subject)).refusal).toBe("NotGranted");
  });

  test("the patient adds what a portal gave, after a preview that writes nothing", async () => {
    await writeFile(join(folder, "history.json"), JSON.stringify(history("4.1")));
    const preview = await patient("publish", join(folder, "history.json"), ...keys, "--dry-run");
    expect(preview.json.totals.map(({ category }: { category: string }) => category)).toContain("labs");
    expect((await patient("list", ...keys)).json.records).toEqual([]);
    const published = await patient("publish", join(folder, "history.json"), ...keys, "--yes");
    expect(published.json.published).toHaveLength(preview.json.records.length);
    const again = await patient("publish", join(folder, "history.json"), ...keys, "--yes");
    expect(again.json.published).toEqual([]);
    expect(again.json.alreadyThere).toHaveLength(preview.json.records.length);
  });

  test("a doctor reads what was shared and nothing else", async () => {
    const named = ["--my-name", "Ada Marlow", "--born", "1980-02-29"];
    const terms = ["--read", "labs", "--contribute", "labs", "--until", "30d"];
    expect((await patient("share", doctorAddress, ...keys, ...terms, ...named, "--yes")).code).toBe(0);
    const { charts } = (await sample("shared", ...doctor)).json;
    expect(charts).toMatchObject([{ subject, about: { name: "Ada Marlow", birthDate: "1980-02-29" } }]);
    const { records } = (await sample("list", ...doctor, "--of", subject)).json;
    expect(records.map(({ category }: { category: string }) => category)).toEqual(["labs"]);
    const { content } = (await sample("read", records[0].capsuleHash, ...doctor, "--of", subject)).json;
    expect(JSON.stringify(content)).toContain("Potassium");
    expect((await sample("list", ...hospital, "--of", subject)).refusal).toBe("NotGranted");
  });

  test("a doctor adds a record, which the patient reads byte for byte", async () => {
    const letter = join(folder, "letter.txt");
    await writeFile(letter, "All is well.");
    const added = await sample("publish", letter, ...doctor, "--to", subject, "--category", "labs", "--yes");
    const [{ capsuleHash }] = added.json.published;
    const read = (await patient("read", capsuleHash, ...keys)).json;
    expect(read.record).toMatchObject({ author: doctorAddress, status: "current", category: "labs" });
    expect(Buffer.from(read.base64, "base64").toString()).toBe("All is well.");
    const elsewhere = await sample("publish", letter, ...doctor, "--to", subject, "--category", "imaging", "--yes");
    expect(elsewhere.refusal).toBe("CategoryNotGranted");
  });

  test("the patient sees who received which key, and anybody can verify it", async () => {
    await expect
      .poll(async () => (await patient("log", ...keys)).json.anchored, { timeout: 20_000, interval: 500 })
      .toBeGreaterThan(0);
    const exported = join(folder, "log.json");
    const { entries } = (await patient("log", ...keys, "--export", exported)).json;
    expect(entries.map(({ to }: { to: Address }) => to)).toContain(doctorAddress);
    const { address } = (await (await fetch(stack.gatewayUrl)).json()) as { address: Address };
    const verify = () =>
      runProgram("node", ["scripts/logVerify.ts", "--subject", subject, "--gateway-address", address, exported], {
        OWNCHART_RPC_URL: stack.chainUrl,
      });
    expect(await verify().ended).toBe(0);
    const log = JSON.parse(await readFile(exported, "utf8"));
    log.entries[0].to = subject;
    await writeFile(exported, JSON.stringify(log));
    const altered = verify();
    expect(await altered.ended).toBe(1);
    expect(altered.output()).toContain("LogBroken");
  });

  test("a revocation ends it at once, for reading and for adding", async () => {
    expect((await patient("revoke", doctorAddress, ...keys, "--yes")).code).toBe(0);
    expect((await sample("list", ...doctor, "--of", subject)).refusal).toBe("NotGranted");
    const late = ["publish", join(folder, "letter.txt"), ...doctor, "--to", subject, "--category", "labs", "--yes"];
    expect((await sample(...late)).refusal).toBe("NotGranted");
    expect((await sample("shared", ...doctor)).json).toEqual({ charts: [] });
    expect((await patient("grants", ...keys)).json).toEqual({ grants: [] });
  });

  test("what the patient erases is gone for good, and an export has the rest", async () => {
    const { records } = (await patient("list", ...keys)).json;
    const note = records.find(({ author }: { author: Address }) => author === doctorAddress);
    expect((await patient("erase", note.capsuleHash, ...keys, "--yes")).code).toBe(0);
    expect((await patient("read", note.capsuleHash, ...keys)).code).toBe(1);
    const out = join(folder, "export");
    expect((await patient("export", out, ...keys)).json).toMatchObject({ records: records.length - 1 });
    const { entry } = JSON.parse(await readFile(join(out, "bundle.json"), "utf8"));
    const wanted = history("4.1").entry.map(({ resource }) => resource);
    const byId = new Map(entry.map(({ resource }: any) => [`${resource.resourceType}/${resource.id}`, resource]));
    for (const resource of wanted) expect(byId.get(`${resource.resourceType}/${resource.id}`)).toEqual(resource);
  });

  test("no gateway stands between a patient and a revocation", async () => {
    const named = ["--my-name", "Tomás Rivera", "--born", "1967-02-03"];
    const person = ["--account", "9"];
    expect((await sample("open-chart", ...person)).code).toBe(0);
    const terms = ["--read", "labs", "--until", "30d", "--yes"];
    expect((await sample("share", doctorAddress, ...person, ...named, ...terms)).code).toBe(0);
    const stop = stack.wires.toGateway.arm({
      request: /POST \/relay/,
      at: "request",
      pull: () => stack.gateway.kill(),
    });
    expect((await sample("revoke", doctorAddress, ...person, "--yes")).code).toBe(1);
    await stop;
    await stack.gateway.start();
    stack.wires.gatewayToChain.cut();
    expect((await sample("list", ...doctor, "--of", "0xa0ee7a142d267c1f36714e4a8f75612f20a79720")).code).toBe(1);
    const paid = await sample("revoke", doctorAddress, ...person, "--yes", "--pay-myself");
    expect(paid.code).toBe(0);
    stack.wires.gatewayToChain.mend();
    expect((await sample("shared", ...doctor)).json).toEqual({ charts: [] });
  });
});

function history(potassium: string) {
  const subjectReference = { reference: "Patient/p1" };
  return {
    resourceType: "Bundle",
    type: "collection",
    entry: [
      { resource: { resourceType: "Patient", id: "p1", birthDate: "1980-02-29" } },
      {
        resource: {
          resourceType: "Encounter",
          id: "e1",
          status: "finished",
          class: { code: "AMB" },
          subject: subjectReference,
          period: { start: "2026-11-02T09:00:00Z", end: "2026-11-02T09:20:00Z" },
        },
      },
      {
        resource: {
          resourceType: "Observation",
          id: "o1",
          status: "final",
          category: [{ coding: [{ code: "laboratory" }] }],
          code: { text: "Potassium" },
          subject: subjectReference,
          encounter: { reference: "Encounter/e1" },
          effectiveDateTime: "2026-11-02T09:10:00Z",
          valueString: potassium,
        },
      },
    ],
  };
}
