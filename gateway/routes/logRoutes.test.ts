import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import type { LocalAccount } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { parseLogPage } from "#core/audit/parseLogPage.ts";
import { verifyLog } from "#core/audit/verifyLog.ts";
import { anchoredHeads } from "#test/support/audit/anchoredHeads.ts";
import { numberedAddress, numberedHash } from "#test/support/audit/sampleLogs.ts";
import { sendQueued } from "#test/support/audit/sendQueued.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";
import { transactions } from "../database/schema.ts";
import { anchorLog } from "../log/anchorLog.ts";
import { enterReceipt } from "../log/enterReceipt.ts";
import { entriesAPage } from "../log/readLogPage.ts";

let chain: LocalChain;
let gateway: TestGateway;
let account: LocalAccount;
let token: string;
let received = 0;

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain);
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});
beforeEach(async () => {
  account = privateKeyToAccount(generatePrivateKey());
  token = await gateway.signIn(account);
});

const subjectOf = ({ address }: LocalAccount) => address.toLowerCase() as typeof address;
const ask = (path: string) => gateway.request(path, { as: token });
const pageAfter = async (after: number) =>
  parseLogPage(await (await ask(`/log/${account.address}?after=${after}`)).json());
const nameOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split(":").at(-1);

async function enter(times: number, subject = subjectOf(account)) {
  for (let at = 0; at < times; at++) {
    await enterReceipt(gateway, { subject, to: numberedAddress(0xd0c), capsules: [numberedHash(++received)] });
  }
}

async function anchor() {
  await anchorLog(gateway);
  await sendQueued(gateway);
}

async function verified(log: Awaited<ReturnType<typeof pageAfter>>) {
  const heads = await anchoredHeads(chain, gateway.account.address);
  return verifyLog({ subject: subjectOf(account), gateway: gateway.account.address, log, heads });
}

describe("a log", () => {
  test("is told to whom it is about, and holds against the chain", async () => {
    await enter(2);
    await enter(1, numberedAddress(7));
    await anchor();
    await enter(1);
    const page = await pageAfter(0);
    expect(page).toMatchObject({ subject: subjectOf(account), more: false });
    expect(page.entries.map(({ count, to }) => [count, to])).toEqual(
      [1, 2, 3].map((at) => [at, numberedAddress(0xd0c)]),
    );
    expect(await verified(page)).toMatchObject({ anchored: 2 });
  });

  test("of which nothing was entered is empty", async () => {
    await anchor();
    const empty = { subject: subjectOf(account), salt: null, entries: [], more: false, anchors: [] };
    expect(await (await ask(`/log/${account.address}`)).json()).toEqual(empty);
  });

  test("shows an anchor when it is on the chain, and not while it is on its way", async () => {
    await enter(1);
    await anchorLog(gateway);
    expect((await pageAfter(0)).anchors).toEqual([]);
    await sendQueued(gateway);
    expect((await pageAfter(0)).anchors).toHaveLength(1);
    const last = gateway.database.update(transactions).set({ state: "sent" });
    await last.where(eq(transactions.state, "included")); // as when a block is taken back
    expect((await pageAfter(0)).anchors).toEqual([]);
    await gateway.database.update(transactions).set({ state: "included" });
  });

  test("shows the newest anchor too, where others grew and this one did not", async () => {
    await enter(1);
    await anchor();
    for (let round = 0; round < 3; round++) {
      await enter(1, numberedAddress(8 + round));
      await anchor();
    }
    const page = await pageAfter(0);
    expect(page.anchors.map(({ count }) => count)).toEqual([1, 1]);
    expect((await verified(page)).newest).toEqual((await anchoredHeads(chain, gateway.account.address)).at(-1));
  });

  test("comes in pages, each with the anchors of its own entries, the last with the newest", async () => {
    await enter(10);
    await anchor();
    await enter(entriesAPage);
    await anchor();
    await enter(1);
    const [first, second] = [await pageAfter(0), await pageAfter(entriesAPage)];
    expect([first.entries.length, first.more, first.anchors.map(({ count }) => count)]).toEqual([
      entriesAPage,
      true,
      [10],
    ]);
    expect([second.entries.length, second.more, second.anchors.map(({ count }) => count)]).toEqual([
      11,
      false,
      [entriesAPage + 10],
    ]);
    const log = {
      ...second,
      entries: [...first.entries, ...second.entries],
      anchors: [...first.anchors, ...second.anchors],
    };
    expect(await verified(log)).toMatchObject({ anchored: entriesAPage + 10 });
    const end = await pageAfter(entriesAPage + 11);
    expect([end.entries, end.more, end.anchors.map(({ count }) => count)]).toEqual([[], false, [entriesAPage + 10]]);
  });

  test("is kept by nobody on the way", async () => {
    expect((await ask(`/log/${account.address}`)).headers.get("Cache-Control")).toBe("no-store");
  });
});

describe("whoever else asks", () => {
  test("is told to sign in", async () => {
    expect(await nameOf(await gateway.request(`/log/${account.address}`))).toBe("SignInNeeded");
  });

  test("is told nothing of somebody else's", async () => {
    await enter(1, numberedAddress(9));
    expect(await nameOf(await ask(`/log/${numberedAddress(9)}`))).toBe("NotPermitted");
    expect(await nameOf(await ask(`/log/${numberedAddress(0xfff)}`))).toBe("NotPermitted");
  });

  test.each(["/log/0x12", "/log/nobody", "?after=-1", "?after=1.5", "?after=x", `?after=${"9".repeat(16)}`])(
    "%s is refused by name",
    async (path) => {
      const answer = await ask(path.startsWith("/") ? path : `/log/${account.address}${path}`);
      expect([answer.status, await nameOf(answer)]).toEqual([400, "RequestInvalid"]);
    },
  );
});
