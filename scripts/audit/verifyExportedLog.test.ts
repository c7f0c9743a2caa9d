import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { AuditErrorName } from "#core/audit/auditErrorSentences.ts";
import { parseLogPage } from "#core/audit/parseLogPage.ts";
import { type LoggingGateway, loggingGateway } from "#test/support/audit/loggingGateway.ts";
import { numberedAddress, numberedHash } from "#test/support/audit/sampleLogs.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type VerifyExportedLogParameters, verifyExportedLog } from "./verifyExportedLog.ts";

let chain: LocalChain;
let gateway: LoggingGateway;
let folder: string;
let log: ReturnType<typeof parseLogPage>;

beforeAll(async () => {
  chain = await localChain();
  gateway = await loggingGateway(chain);
  folder = await mkdtemp(join(tmpdir(), "ownchart-log-"));
  await writeFile(join(folder, "deployment.json"), JSON.stringify(chain.deployment));
  vi.stubEnv("OWNCHART_DEPLOYMENT", join(folder, "deployment.json"));
  await gateway.enter(1);
  await gateway.anchor();
  log = parseLogPage(await gateway.getJson(`/log/${gateway.subject}`));
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await gateway.close();
  await chain.close();
  await rm(folder, { recursive: true });
});

const verify = (exported: unknown, more: Partial<VerifyExportedLogParameters> = {}) =>
  verifyExportedLog({
    exported: typeof exported === "string" ? exported : JSON.stringify(exported),
    subject: gateway.subject,
    gateway: gateway.address,
    rpcUrl: chain.url,
    ...more,
  });
const refusal = (name: AuditErrorName) => expect.objectContaining({ name }) as Error;

describe("an exported log", () => {
  it("that holds tells until when, and what to remember", async () => {
    const { sentences, memory } = await verify(log);
    expect(sentences).toEqual([expect.stringMatching(/^The first entry is anchored, until .* \(block \d+\)/)]);
    expect(memory).toEqual({ gateway: gateway.address, count: 1, head: log.entries[0]!.head });
  });

  it("that is not anchored says so, and how old it is", async () => {
    const { sentences } = await verify({ ...log, anchors: [] });
    expect(sentences).toEqual([
      "Nothing of this log is anchored yet.",
      expect.stringMatching(/^Not anchored yet: 1, the oldest of \d{4}-/),
    ]);
  });

  it.each<[string, () => unknown, AuditErrorName]>([
    ["that was changed", () => ({ ...log, entries: [{ ...log.entries[0], at: 1 }] }), "LogBroken"],
    ["that was cut", () => ({ ...log, entries: [] }), "LogNotAnchored"],
    ["of which this is a part", () => ({ ...log, more: true }), "LogBroken"],
    ["of somebody else", () => ({ ...log, subject: numberedAddress(3) }), "LogBroken"],
    ["that is none", () => "{", "LogBroken"],
  ])("%s is refused by name", async (_, exported, name) => {
    await expect(verify(exported())).rejects.toThrow(refusal(name));
  });

  it("is held against the gateway that was named, and against what is remembered", async () => {
    const other = numberedAddress(5);
    await expect(verify(log, { gateway: other })).rejects.toThrow(refusal("LogNotAnchored"));
    const remembered = { gateway: gateway.address, count: 1, head: numberedHash(1) };
    await expect(verify(log, { remembered })).rejects.toThrow(refusal("LogRolledBack"));
    await expect(verify(log, { gateway: other, remembered })).rejects.toThrow(refusal("LogOfAnotherGateway"));
  });
});
