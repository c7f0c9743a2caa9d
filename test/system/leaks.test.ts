import { randomBytes } from "node:crypto";
import { appendFile, cp, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import { type Hex, createTestClient, createWalletClient, hexToBytes, http, publicActions } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readNothing } from "#client/gateway/readNothing.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { type Category, categories } from "#core/records/categories.ts";
import { bodySize } from "#core/sealing/body/bodySize.ts";
import { doctor as doctorAccount, otherDoctor } from "#test/support/doctors.ts";
import { type SeenCapsule, observeKeys } from "../../scripts/leaks/categories/observeKeys.ts";
import { tellCategories } from "../../scripts/leaks/categories/tellCategories.ts";
import { type Leaks, findLeaks } from "../../scripts/leaks/findLeaks.ts";
import { filesIn } from "../../scripts/leaks/kept/filesIn.ts";
import type { Row } from "../../scripts/leaks/kept/StolenDatabase.ts";
import { stolenDatabases } from "../../scripts/leaks/kept/stolenDatabases.ts";
import { people } from "../../scripts/seed/people.ts";
import { startBrokenGateway } from "./support/leaks/brokenGateway.ts";
import { liveWithCharts } from "./support/leaks/liveWithCharts.ts";
import { meetAndWrite } from "./support/leaks/meetAndWrite.ts";
import { personAt } from "./support/leaks/personAt.ts";
import { type Kind, planted as plantedSecrets } from "./support/leaks/planted.ts";
import { provoke, provokeUpload, provokeWithoutChain, provokeWithoutDatabase } from "./support/leaks/provoke.ts";
import { alikeBytes, publishAlike } from "./support/leaks/publishAlike.ts";
import { runProgram } from "./support/runProgram.ts";
import { type Stack, startStack } from "./support/stack.ts";

/**
 * Where a secret of each kind may be found. Everywhere else it is looked for and must not be: files, rows, blocks, logs, the
 * chain, and what flowed from the gateway to chain and IPFS. Between client and gateway TLS is the proxy's; so the
 * client's wire shows what a client tells its gateway, and nothing that is sealed even there.
 */
const mayBeIn: Record<Kind, RegExp> = {
  sealed: /^nowhere$/,
  operator: /^nowhere$/,
  place: /^(name of the )?file ipfs\/|^wire (of the client|to IPFS)$/,
  erased: /^wire of the client$|^file gateway\//,
  token: /^wire of the client$/,
  refused: /^wire of the client$/,
  "refused upload": /^wire (of the client|to IPFS)$/,
  licence: /^wire of the client$|^file gateway\/|^credentials\.credential$/,
};

const planted = plantedSecrets();
const alike = new Map<Hex, Category>();
const alikeCharts = 4;
let stack: Stack;
let logs: undefined | { folder: string; files: string[] };
let schema: string;
let refusals: Record<string, string[]>;
let leaks: Leaks;

const databaseUrl = process.env.DATABASE_URL;

beforeAll(async () => {
  stack = await startStack({ keepsWhatFlows: true, environment: { OWNCHART_ANCHOR_SECONDS: "2" } });
  planted.plant("operator", "key that pays", people.gateway.account.getHdKey().privateKey!);
  const { genesis } = (await (await fetch(stack.gatewayUrl)).json()) as { genesis: Hex };
  schema = `ownchart_${genesis.slice(2, 18)}`;
  const output = await liveThroughEverything();
  plantTokens();
  await Promise.all([stack.gateway.end(), stack.ipfs.end()]);
  logs = await keepLogs({
    "gateway.log": stack.gateway.output(),
    "ipfs.log": stack.ipfs.output(),
    "broken.log": output,
  });
  leaks = await findLeaks({ ...everywhere(), secrets: planted.secrets });
}, 300_000);
afterAll(async () => {
  await stack.close();
  if (logs !== undefined) await rm(logs.folder, { recursive: true });
});

/** Patients, doctors, and everything that can go wrong. Answers with what a gateway printed that broke down. */
async function liveThroughEverything(): Promise<string> {
  const doctors = [personAt(stack, planted, doctorAccount), personAt(stack, planted, otherDoctor)] as const;
  for (const { holder, keepVault } of doctors) {
    await keepVault();
    await publishIdentity({ holder });
  }
  const patients = [1, 2].map(() => personAt(stack, planted));
  await Promise.all(patients.map((patient) => liveWithCharts({ planted, patient, doctors })));
  const [patient, doctor] = [patients[0]!, doctors[0]];
  await meetAndWrite({ stack, planted, patient, doctor });
  await provoke(planted, patient);

  const sameToAll = Array.from({ length: alikeCharts }, () => personAt(stack, planted));
  for (const published of await Promise.all(sameToAll.map((it) => publishAlike({ patient: it, doctor })))) {
    for (const [hash, category] of published) alike.set(hash, category);
  }

  const broken = await startBrokenGateway(stack);
  const { chainUrl, deployment } = stack;
  const there = personAt({ chainUrl, deployment, gatewayUrl: broken.url }, planted);
  await there.connection.gateway.ask({ path: "/session" }, readNothing);
  await broken.breakDatabase();
  const withoutDatabase = await provokeWithoutDatabase(planted, there);
  await broken.end();

  stack.wires.gatewayToChain.cut();
  const withoutChain = await provokeWithoutChain(planted, patient);
  stack.wires.gatewayToChain.mend();
  stack.ipfs.kill();
  refusals = { withoutDatabase, withoutChain, withoutIpfs: [await provokeUpload(planted, patient)] };
  await stack.ipfs.start();
  return broken.output();
}

/** The gateway told them to nobody but the client. */
function plantTokens() {
  const flown = stack.wires.toGateway.flown().toString("latin1");
  const tokens = new Set(Array.from(flown.matchAll(/Bearer ([0-9a-f]{64})/g), ([, token]) => token!));
  for (const token of tokens) {
    planted.plant("token", "token of a session", token);
    planted.plant("token", "token of a session, as bytes", hexToBytes(`0x${token}`));
  }
}

async function keepLogs(texts: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), "ownchart-logs-"));
  const files = Object.keys(texts).map((name) => join(folder, name));
  for (const [i, text] of Object.values(texts).entries()) await writeFile(files[i]!, text);
  return { folder, files };
}

function everywhere() {
  const { toGateway, gatewayToChain, gatewayToIpfs } = stack.wires;
  const wires = { "of the client": toGateway, "to the chain": gatewayToChain, "to IPFS": gatewayToIpfs };
  const others = Object.entries(wires).map(([name, wire]) => ({ where: `wire ${name}`, bytes: wire.flown() }));
  const { folder: dataFolder, chainUrl: rpcUrl, deployment } = stack;
  return { dataFolder, databaseUrl, schema, logFiles: logs!.files, rpcUrl, others, deployment };
}

describe("after everything that people do with charts, and everything that goes wrong", () => {
  test.each(Object.keys(mayBeIn) as Kind[])("no %s secret is anywhere but where it may be", (kind) => {
    expect(planted.secrets.filter(({ name }) => planted.kindOf(name) === kind)).not.toEqual([]);
    const elsewhere = leaks.found.filter((it) => planted.kindOf(it.secret) === kind && !mayBeIn[kind].test(it.where));
    expect(elsewhere).toEqual([]);
  });

  test("what may be somewhere was found there, so it was looked for", () => {
    const where = (kind: Kind) => leaks.found.filter((it) => planted.kindOf(it.secret) === kind).map((it) => it.where);
    for (const kind of ["token", "refused", "refused upload"] as const)
      expect(where(kind)).toContain("wire of the client");
    expect(where("place")).toContainEqual(expect.stringMatching(/^name of the file ipfs\//));
    expect(where("licence")).toContain("credentials.credential");
  });

  test("nothing is kept that its format does not promise, and nothing opens with what everybody has", () => {
    expect(leaks.strange).toEqual([]);
  });

  test("what was provoked did go wrong, and what is searched is not empty", () => {
    const failures = /^(ChainUnreachable|StorageUnreachable|Unexpected)$/;
    for (const names of Object.values(refusals)) for (const name of names) expect(name).toMatch(failures);
    const { bytes, files, rows, blocks } = leaks.searched;
    const onDisk = leaks.found.filter((it) => planted.kindOf(it.secret) === "erased" && it.where.startsWith("file"));
    console.log(
      `erased, and still on the disk: ${new Set(onDisk.map(({ where }) => where.replace(/^.*pglite./, ""))).size} files`,
      onDisk.map((x) => x.where),
    );
    console.log(`${planted.secrets.length} secrets in ${bytes} bytes: ${files} files, ${blocks} blocks, ${rows} rows`);
    expect([bytes > 2 ** 22, files > 50, rows > 500, blocks > 200]).toEqual([true, true, true, true]);
  });
});

describe("of records that differ in nothing but their category", () => {
  test("capsules and bodies have one size, and nobody tells categories better than chance", async () => {
    const { capsules, events } = await rowsByTable();
    const seen = capsules.filter(({ digest }) => alike.has(digest as Hex)).map((row) => seenOf(row, events));
    expect(seen).toHaveLength(alike.size);
    expect(new Set(seen.map(({ capsule }) => capsule.length)).size).toBe(1);
    expect(await countFilesOf(bodySize(alikeBytes))).toBe(alike.size);

    const keys = [...Map.groupBy(seen, ({ chart }) => chart).values()].flatMap(observeKeys);
    const labelled = keys.map((key) => Object.assign(key, { category: alike.get(key.digests[0]!)! }));
    const { telling, right, tooMany, guesses } = tellCategories(labelled, 1 / categories.length);
    expect([telling, guesses]).toEqual([[], (alikeCharts / 2) * 2 * categories.length]);
    for (const count of Object.values(right)) expect(count).toBeLessThan(tooMany);
  });
});

async function rowsByTable() {
  const [capsules, events]: [Row["columns"][], Map<unknown, Row["columns"]>] = [[], new Map()];
  for await (const database of stolenDatabases({ dataFolder: stack.folder, databaseUrl, schema })) {
    for await (const { table, columns } of database.rows()) {
      if (table === "capsules") capsules.push(columns);
      if (table === "chain_events") events.set((columns.event_values as { capsule?: Hex }).capsule, columns);
    }
  }
  return { capsules, events };
}

function seenOf(row: Row["columns"], events: Map<unknown, Row["columns"]>): SeenCapsule {
  const { subject, position, digest, uploader, stored_at, capsule } = row as Record<string, string>;
  const event = events.get(digest);
  return {
    chart: subject!,
    position: Number(position),
    digest: digest as Hex,
    capsule: capsule as unknown as Uint8Array,
    uploader: uploader!,
    storedAt: Number(stored_at),
    ...(event && { event: Number(event.block) * 1000 + Number(event.log_index) }),
  };
}

async function countFilesOf(size: number): Promise<number> {
  let count = 0;
  for await (const { name, path } of filesIn(join(stack.folder, "ipfs"))) {
    if (name.includes("blocks/") && (await stat(path)).size === size) count++;
  }
  return count;
}

describe("a secret that is put there is found", () => {
  const secret = { name: "a planted secret", bytes: new Uint8Array(randomBytes(32)) };
  const base64 = Buffer.concat([randomBytes(1), secret.bytes, randomBytes(3)]).toString("base64");
  let copy: string;

  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), "ownchart-planted-"));
    await cp(join(stack.folder, "ipfs"), join(copy, "ipfs"), { recursive: true });
    await mkdir(join(copy, "gateway"));
    await putIntoEverything();
  });
  afterAll(() => rm(copy, { recursive: true }));

  const log = (name: string) => join(copy, name);

  async function putIntoEverything() {
    await writeFile(join(copy, "gateway", "forgotten.tmp"), Buffer.concat([randomBytes(100_001), secret.bytes]));
    const block = join(copy, "ipfs", "ipfs", "blocks", "zz", "bafnothing");
    await mkdir(dirname(block), { recursive: true });
    await writeFile(block, Buffer.concat([randomBytes(5000), secret.bytes]));
    await appendFile(log("a.log"), `2026-11-21 failed: ${JSON.stringify({ key: secret.bytes })}\n`);
    await appendFile(log("b.log"), `{"body":"${base64}"}\n`);
    await appendFile(
      log("c.log.gz"),
      gzipSync(`${"a line\n".repeat(1000)}${Buffer.from(secret.bytes).toString("hex")}\n`),
    );
    await insertRow();
    const wallet = createWalletClient({ account: people.operator.account, transport: http(stack.chainUrl) });
    const chain = createTestClient({ mode: "hardhat", transport: http(stack.chainUrl) }).extend(publicActions);
    const data = `0x${Buffer.from(secret.bytes).toString("hex")}` as const;
    const hash = await wallet.sendTransaction({ chain: null, to: people.operator.account.address, data });
    await chain.waitForTransactionReceipt({ hash });
  }

  /** In a cluster of its own, since the gateway's may be on PostgreSQL. */
  async function insertRow() {
    const database = await PGlite.create(join(copy, "gateway", "planted"));
    await database.exec(
      'create schema "ownchart_planted"; create table "ownchart_planted".inbox (body bytea, category int)',
    );
    await database.query('insert into "ownchart_planted".inbox values ($1, 3)', [secret.bytes]);
    await database.close();
  }

  test("in files, rows, blocks, logs, base64, gzip and on the chain", async () => {
    const logFiles = ["a.log", "b.log", "c.log.gz"].map(log);
    const { found, strange } = await findLeaks({
      ...everywhere(),
      dataFolder: copy,
      logFiles,
      others: [],
      secrets: [secret],
    });
    const places = found.map(({ where, how }) => `${where}: ${how}`);
    expect(places).toContain("file gateway/forgotten.tmp: as it is");
    expect(places).toContain("file ipfs/ipfs/blocks/zz/bafnothing: as it is");
    expect(places).toContain("inbox.body: as it is");
    expect(places).toContain("log a.log: a typed array in JSON");
    expect(places).toContain("log b.log: base64 at 1");
    expect(places).toContain("log c.log.gz: gzip, hex");
    expect(places).toContainEqual(expect.stringMatching(/^chain: hex$/));
    expect(strange).toContainEqual({ where: "inbox.category", what: "a column that is not known" });
  });

  test("by the command too, which says where and never what, with code 1", async () => {
    const list = join(copy, "secrets.json");
    const folder = join(copy, "gateway", "planted");
    await writeFile(
      list,
      JSON.stringify([{ name: secret.name, hex: `0x${Buffer.from(secret.bytes).toString("hex")}` }]),
    );
    const options = ["--data", folder, "--secrets", list, "--logs", log("a.log"), log("b.log")];
    const program = runProgram("node", ["scripts/leaks.ts", ...options]);
    expect(await program.ended).toBe(1);
    expect(program.output()).toMatch(/^FOUND a planted secret in inbox\.body: as it is$/m);
    expect(program.output()).toMatch(/^FOUND a planted secret in log b\.log: base64 at 1$/m);
    expect(program.output()).not.toContain(Buffer.from(secret.bytes).toString("hex").slice(0, 8));
    expect(await runProgram("node", ["scripts/leaks.ts", "--data", folder]).ended).toBe(2);
  });
});
