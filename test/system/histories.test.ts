import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { createPublicClient, http } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { categories } from "#core/records/categories.ts";
import { entriesOf } from "#core/records/entriesOf.ts";
import { listShared } from "#test/support/shared.ts";
import { people } from "../../scripts/seed/people.ts";
import { type Ownchart, ownchartOn } from "./support/ownchart.ts";
import { type Stack, startStack } from "./support/stack.ts";

const folder = "fixtures/synthea-r4";
const files = (await listShared(folder)).filter((name) => name.endsWith(".json.gz"));
const place = (file: string) => fileURLToPath(new URL(`../../../shared/${folder}/${file}`, import.meta.url));

/** Each takes seconds, and Chromium takes all of them in every run; here all by OWNCHART_HISTORIES=all. */
const chosen = process.env.OWNCHART_HISTORIES === "all" ? files : files.slice(0, 1);

const doctor = ["--account", "3"];
const everything = categories.join(",");
const count = { histories: 0, resources: 0, records: 0, bytes: 0, publishSeconds: 0, readSeconds: 0, gas: 0 };

let stack: Stack;
let work: string;
let patient: Ownchart;
let sample: Ownchart;

describe("whole histories, from the command line", () => {
  test.skipIf(files.length > 0)("are left out, since ../shared is absent", () => {});
  if (files.length === 0) return;

  beforeAll(async () => {
    stack = await startStack();
    work = await mkdtemp(join(tmpdir(), "ownchart-histories-"));
    patient = await ownchartOn(stack, "a long passphrase that nobody guesses 71");
    sample = await ownchartOn(stack);
    await sample("join", ...doctor);
  }, 120_000);
  afterAll(async () => {
    await stack.close();
    await rm(work, { recursive: true, force: true });
    const { gas, ...counted } = count;
    console.log(JSON.stringify({ ...counted, gasARecord: Math.round(gas / count.records) }));
  });

  test.each(chosen)(
    "%s comes back from a grantee's export with every resource equal",
    { timeout: 300_000 },
    async (file) => {
      const keys = ["--keys", join(work, `${file}.keys`)];
      const { address } = (await patient("keys", "create", keys[1]!, "--yes")).json;
      await patient("open-chart", ...keys);
      const published = await timed("publishSeconds", () => patient("publish", place(file), ...keys, "--yes"));
      const grantee = people.licensed[0]!.account.address;
      const named = ["--my-name", "Sample Person", "--born", "1980-01-01"];
      await patient("share", grantee, "--read", everything, "--until", "30d", "--yes", ...named, ...keys);
      const target = join(work, file);
      const exported = await timed("readSeconds", () => sample("export", target, ...doctor, "--of", address));
      expect(exported.json).toMatchObject({ records: published.json.published.length, damaged: [] });

      const text = gunzipSync(await readFile(place(file))).toString();
      const before = entriesOf(JSON.parse(text));
      const after = entriesOf(JSON.parse(await readFile(join(target, "bundle.json"), "utf8")));
      expect(after).toHaveLength(before.length);
      const byUrl = (entries: typeof before) => new Map(entries.map((entry) => [entry.fullUrl, entry.resource]));
      expect(byUrl(after)).toEqual(byUrl(before));

      count.histories++;
      count.resources += before.length;
      count.records += published.json.published.length;
      count.bytes += text.length;
      count.gas += await publishingGas(address);
    },
  );
});

async function timed<Result>(what: "publishSeconds" | "readSeconds", doing: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await doing();
  count[what] += (performance.now() - start) / 1000;
  return result;
}

async function publishingGas(subject: `0x${string}`): Promise<number> {
  const chain = createPublicClient({ transport: http(stack.chainUrl) });
  const { RecordRegistry } = stack.deployment.contracts;
  const logs = await chain.getLogs({ address: RecordRegistry, fromBlock: 0n });
  const theirs = logs.filter(({ topics }) => topics[1]?.endsWith(subject.slice(2).toLowerCase()));
  const hashes = [...new Set(theirs.map(({ transactionHash }) => transactionHash))];
  const receipts = await Promise.all(hashes.map((hash) => chain.getTransactionReceipt({ hash })));
  return receipts.reduce((sum, { gasUsed }) => sum + Number(gasUsed), 0);
}
