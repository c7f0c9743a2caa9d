import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readAccessLog } from "#client/gateway/readAccessLog.ts";
import { readAnchoredHeads } from "#client/gateway/readAnchoredHeads.ts";
import type { AccessLog } from "#core/audit/AccessLog.ts";
import { type LoggingGateway, loggingGateway } from "#test/support/audit/loggingGateway.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { runProgram } from "./support/runProgram.ts";

let chain: LocalChain;
let gateway: LoggingGateway;
let folder: string;
let log: AccessLog;

beforeAll(async () => {
  chain = await localChain();
  gateway = await loggingGateway(chain);
  folder = await mkdtemp(join(tmpdir(), "ownchart-log-"));
  await writeFile(join(folder, "deployment.json"), JSON.stringify(chain.deployment));
  await gateway.enter(3);
  await gateway.anchor();
  await gateway.enter(2);
  log = await exportedLog();
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => rm(join(folder, "memory.json"), { force: true }));

async function exportedLog() {
  const { subject, address, getJson } = gateway;
  const readHeads = () =>
    readAnchoredHeads({ chain: chain.client, deployment: chain.deployment, gateway: gateway.address });
  return (await readAccessLog({ subject, gateway: address, getJson, readHeads })).log;
}

/** Runs it on what a subject has exported. */
async function verify(exported: unknown, ...more: string[]) {
  await writeFile(join(folder, "log.json"), typeof exported === "string" ? exported : JSON.stringify(exported));
  return run(["--subject", gateway.subject, "--gateway-address", gateway.address, join(folder, "log.json"), ...more]);
}

async function run(options: string[], environment: Record<string, string> = {}) {
  const program = runProgram("node", ["scripts/logVerify.ts", ...options], {
    OWNCHART_RPC_URL: chain.url,
    OWNCHART_DEPLOYMENT: join(folder, "deployment.json"),
    ...environment,
  });
  return { code: await program.ended, output: program.output() };
}

const remember = () => ["--remember", join(folder, "memory.json")];

describe("npm run log:verify", () => {
  test("says until when a log is anchored, and what is younger", async () => {
    const { code, output } = await verify(log);
    expect(output).toMatch(/^The first 3 entries are anchored, until \d{4}-\d\d-\d\dT[\d:]{8}Z \(block \d+\)/);
    expect(output).toMatch(/\nNot anchored yet: 2, the oldest of \d{4}-\d\d-\d\dT[\d:]{8}Z\.\n$/);
    expect(code).toBe(0);
  });

  test("reads what is piped into it", async () => {
    await verify(log);
    const line = `node scripts/logVerify.ts --subject ${gateway.subject} --gateway-address ${gateway.address} -`;
    const program = runProgram("sh", ["-c", `${line} < ${join(folder, "log.json")}`], {
      OWNCHART_RPC_URL: chain.url,
      OWNCHART_DEPLOYMENT: join(folder, "deployment.json"),
    });
    expect(await program.ended).toBe(0);
  });

  test("refuses a log that was changed by name, with code 1", async () => {
    const { code, output } = await verify({ ...log, entries: log.entries.slice(1) });
    expect([code, output]).toEqual([1, expect.stringMatching(/^LogBroken: .* Entry 1 does not follow\.\n$/)]);
  });

  test("remembers, and notices a log that lost what was anchored", async () => {
    await verify(log, ...remember());
    const memory = JSON.parse(await readFile(join(folder, "memory.json"), "utf8")) as { count: number };
    expect(memory).toMatchObject({ subject: gateway.subject, gateway: gateway.address, count: 3 });
    expect((await verify(log, ...remember())).code).toBe(0);

    const nothing = { subject: gateway.subject, salt: null, entries: [], anchors: [] };
    const { code, output } = await verify(nothing, ...remember());
    expect([code, output]).toEqual([1, expect.stringMatching(/^LogRolledBack: /)]);
    expect(JSON.parse(await readFile(join(folder, "memory.json"), "utf8"))).toEqual(memory);
  });

  test.each<[string, () => string[]]>([
    ["an address that is none", () => ["--subject", "0x12", "--gateway-address", gateway.address, "log.json"]],
    ["an unknown option", () => ["--subject", gateway.subject, "--gateway-address", gateway.address, "--trust", "a"]],
  ])("told %s says how it is used, with code 2", async (_, options) => {
    const { code, output } = await run(options());
    expect([code, output]).toEqual([2, expect.stringMatching(/^npm run log:verify -- --subject/)]);
  });

  test("says so where chain or file cannot be read", async () => {
    const options = ["--subject", gateway.subject, "--gateway-address", gateway.address];
    await verify(log);
    const cut = await run([...options, join(folder, "log.json")], { OWNCHART_RPC_URL: "http://127.0.0.1:1" });
    expect([cut.code, cut.output.trim().split("\n").length]).toEqual([1, 1]);
    const absent = await run([...options, join(folder, "absent.json")]);
    expect([absent.code, absent.output]).toEqual([1, expect.stringContaining("ENOENT")]);
  });
});
