import { zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AuditErrorName } from "#core/audit/auditErrorSentences.ts";
import { parseLogPage } from "#core/audit/parseLogPage.ts";
import { type LoggingGateway, loggingGateway } from "#test/support/audit/loggingGateway.ts";
import { numberedAddress } from "#test/support/audit/sampleLogs.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type ReadAccessLogParameters, readAccessLog } from "./readAccessLog.ts";
import { readAnchoredHeads } from "./readAnchoredHeads.ts";

let chain: LocalChain;
let gateway: LoggingGateway;

beforeAll(async () => {
  chain = await localChain();
  gateway = await loggingGateway(chain);
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});

const headsOf = (address = gateway.address) =>
  readAnchoredHeads({ chain: chain.client, deployment: chain.deployment, gateway: address });
const read = (other: Partial<ReadAccessLogParameters> = {}) =>
  readAccessLog({
    subject: gateway.subject,
    gateway: gateway.address,
    getJson: gateway.getJson,
    readHeads: () => headsOf(),
    ...other,
  });
const refusal = (name: AuditErrorName) => expect.objectContaining({ name }) as Error;

/** A gateway that says the truth but for this. */
const lying = (lie: (page: ReturnType<typeof parseLogPage>) => unknown) => async (path: string) =>
  lie(parseLogPage(await gateway.getJson(path)));

describe("a subject's own log", () => {
  test("is empty at first", async () => {
    expect(await read()).toMatchObject({ log: { entries: [] }, anchored: 0, memory: { count: 0, head: zeroHash } });
  });

  test("is read through all pages and holds against the chain, again and again", async () => {
    await gateway.enter(150);
    await gateway.anchor();
    await gateway.enter(80);
    const first = await read();
    expect([first.log.entries.length, first.anchored]).toEqual([230, 150]);
    await gateway.anchor();
    await gateway.enter(1, numberedAddress(5));
    await gateway.anchor();
    const second = await read({ remembered: first.memory });
    expect([second.log.entries.length, second.anchored]).toEqual([230, 230]);
    expect(second.newest).toEqual((await headsOf()).at(-1));
  });

  test("may be anchored while it is read", async () => {
    await gateway.enter(3);
    const readHeads = async () => {
      await gateway.enter(1);
      await gateway.anchor();
      return headsOf();
    };
    expect((await read({ readHeads })).anchored).toBe(230);
  });
});

describe("a gateway that lies", () => {
  test("about an entry is noticed", async () => {
    const getJson = lying((page) => ({ ...page, entries: page.entries.map((entry) => ({ ...entry, at: 1 })) }));
    await expect(read({ getJson })).rejects.toThrow(refusal("LogBroken"));
  });

  test("about whose log it is is noticed", async () => {
    await expect(read({ subject: numberedAddress(5), getJson: () => gateway.getJson(`/log/${gateway.subject}`) })) //
      .rejects.toThrow(refusal("LogBroken"));
  });

  test("and leaves out what it has anchored lately is noticed", async () => {
    const getJson = lying((page) => ({ ...page, anchors: page.anchors.filter(({ count }) => count === 150) }));
    await expect(read({ getJson })).rejects.toThrow(refusal("LogOutdated"));
  });

  test("and shows nothing is noticed by whoever remembers", async () => {
    const { memory: remembered } = await read();
    const getJson = lying((page) => ({ ...page, entries: [], anchors: [], more: false }));
    expect((await read({ getJson })).anchored).toBe(0);
    await expect(read({ getJson, remembered })).rejects.toThrow(refusal("LogRolledBack"));
  });

  test("and names another address is noticed, since it was pinned", async () => {
    const { memory: remembered } = await read();
    const named = numberedAddress(0xbad);
    await expect(read({ gateway: named, remembered, readHeads: () => headsOf(named) })).rejects.toThrow(
      refusal("LogOfAnotherGateway"),
    );
    await expect(read({ gateway: named, readHeads: () => headsOf(named) })).rejects.toThrow(refusal("LogNotAnchored"));
  });

  test.each<[string, (page: ReturnType<typeof parseLogPage>) => unknown]>([
    ["with pages that do not end", (page) => ({ ...page, more: true })],
    [
      "with pages that do not go on where the last one ended",
      (page) => ({
        ...page,
        entries: page.entries.slice(1),
        more: true,
      }),
    ],
    ["with something else", () => ({ log: "none" })],
    ["with nothing", () => undefined],
  ])("and answers %s is not heard out", async (_, lie) => {
    await expect(read({ getJson: lying(lie) })).rejects.toThrow(refusal("LogBroken"));
  });

  test("and answers with the same page over and over is not heard out", async () => {
    const endless = lying((page) => ({ ...page, more: true }));
    await expect(read({ getJson: () => endless(`/log/${gateway.subject}`) })).rejects.toThrow(refusal("LogBroken"));
  });

  test("and cannot be reached says so with its own error", async () => {
    await expect(read({ getJson: () => Promise.reject(new Error("cut")) })).rejects.toThrow("cut");
  });
});
