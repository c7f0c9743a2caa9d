import { eq } from "drizzle-orm";
import type { Address } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inbox } from "#gateway/database/schema.ts";
import { roomForLicensed, roomForStrangers } from "#gateway/inbox/sendMessage.ts";
import { boardOf } from "#test/support/boardOf.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";

let chain: LocalChain;
let gateway: TestGateway;
let now = 1_800_000_000;

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain, { now: () => now, environment: { OWNCHART_INBOX_MESSAGES_PER_DAY: "250" } });
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});

type Somebody = { address: Address; as: string };
type Page = { messages: { position: number; from: Address; at: number; body: string }[]; more: boolean };

async function somebody(account = privateKeyToAccount(generatePrivateKey())): Promise<Somebody> {
  return { address: account.address.toLowerCase() as Address, as: await gateway.signIn(account) };
}

function send({ as }: { as: string | undefined }, { address }: Somebody, body: string | Uint8Array<ArrayBuffer>) {
  return gateway.request(`/inbox/${address}`, { method: "POST", body, as });
}
async function read({ address, as }: Somebody, after?: number): Promise<Page> {
  const query = after === undefined ? "" : `?after=${after}`;
  return (await (await gateway.request(`/inbox/${address}${query}`, { as })).json()) as Page;
}
function drop({ as }: { as: string | undefined }, { address }: Somebody, position: number | string) {
  return gateway.request(`/inbox/${address}/${position}`, { method: "DELETE", as });
}
const nameOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split(":").at(-1);
const positionOf = async (answer: Response) => ((await answer.json()) as { position: number }).position;

/** As if others had sent so many messages. */
async function fill(
  owner: Somebody,
  { messages, bytes, senders }: { messages: number; bytes: number; senders: number },
) {
  const rows = Array.from({ length: messages }, (_, index) => ({
    owner: owner.address,
    sender: `0x${String(index % senders).padStart(40, "0")}` as Address,
    at: now,
    body: new Uint8Array(bytes),
  }));
  for (let from = 0; from < rows.length; from += 100) {
    await gateway.database.insert(inbox).values(rows.slice(from, from + 100));
  }
}

describe("an inbox", () => {
  test("gives its owner what was sent, in order, with who sent it when", async () => {
    const [owner, ada, ben] = [await somebody(), await somebody(), await somebody()];
    const first = await send(ada, owner, new Uint8Array([0, 255, 10]));
    expect(first.status).toBe(201);
    const [one, two] = [await positionOf(first), await positionOf(await send(ben, owner, "two"))];
    expect(await read(owner)).toEqual({
      messages: [
        { position: one, from: ada.address, at: now, body: "AP8K" },
        { position: two, from: ben.address, at: now, body: "dHdv" },
      ],
      more: false,
    });
    expect((await read(owner, one)).messages.map(({ position }) => position)).toEqual([two]);
    expect(await read(owner, two)).toEqual({ messages: [], more: false });
  });

  test("forgets what its owner deletes, as often as they say so, and nothing else", async () => {
    const [owner, ada] = [await somebody(), await somebody()];
    const [one, two] = [await positionOf(await send(ada, owner, "1")), await positionOf(await send(ada, owner, "2"))];
    for (let time = 0; time < 2; time++) expect((await drop(owner, owner, one)).status).toBe(204);
    expect((await read(owner)).messages.map(({ position }) => position)).toEqual([two]);
  });

  test("is its owner's alone", async () => {
    const [owner, ada, nobody] = [await somebody(), await somebody(), { as: undefined }];
    const position = await positionOf(await send(ada, owner, "1"));
    expect(await nameOf(await send(nobody, owner, "1"))).toBe("SignInNeeded");
    for (const [{ as }, name] of [
      [ada, "NotPermitted"],
      [nobody, "SignInNeeded"],
    ] as const) {
      expect(await nameOf(await gateway.request(`/inbox/${owner.address}`, { as }))).toBe(name);
      expect(await nameOf(await drop({ as }, owner, position))).toBe(name);
    }
    expect((await drop(ada, ada, position)).status).toBe(204);
    expect((await read(owner)).messages).toHaveLength(1);
  });

  test("takes messages of 64 KiB, and none that is larger or empty", async () => {
    const [owner, ada] = [await somebody(), await somebody()];
    expect((await send(ada, owner, new Uint8Array(65_536))).status).toBe(201);
    expect(await nameOf(await send(ada, owner, new Uint8Array(65_537)))).toBe("TooLarge");
    expect(await nameOf(await send(ada, owner, ""))).toBe("RequestInvalid");
  });

  test.each(["x", "0x12", `0x${"g".repeat(40)}`])("needs an address: %s", async (address) => {
    const ada = await somebody();
    expect(await nameOf(await gateway.request(`/inbox/${address}`, { method: "POST", body: "1", as: ada.as }))).toBe(
      "RequestInvalid",
    );
  });

  test.each(["x", "-1", "1.5", "1e3", "9".repeat(16)])("has no position %s", async (position) => {
    const owner = await somebody();
    expect(await nameOf(await drop(owner, owner, position))).toBe("RequestInvalid");
    const path = `/inbox/${owner.address}?after=${position}`;
    expect(await nameOf(await gateway.request(path, { as: owner.as }))).toBe("RequestInvalid");
  });
});

describe("a long inbox", () => {
  test.each<[string, { messages: number; bytes: number }, number[]]>([
    ["a hundred messages", { messages: 250, bytes: 1 }, [100, 100, 50]],
    ["a mebibyte", { messages: 40, bytes: 65_536 }, [16, 16, 8]],
  ])("comes in pages of at most %s", async (_, content, sizes) => {
    const owner = await somebody();
    await fill(owner, { ...content, senders: 5 });
    let after = 0;
    for (const [index, size] of sizes.entries()) {
      const page = await read(owner, after);
      expect(page.messages).toHaveLength(size);
      expect(page.more).toBe(index < sizes.length - 1);
      after = page.messages.at(-1)!.position;
    }
  });
});

describe("what one sender can do to others", () => {
  test("is bounded a day", async () => {
    const account = privateKeyToAccount(generatePrivateKey());
    const ada = await somebody(account);
    const owners = [await somebody(), await somebody(), await somebody()];
    for (let sent = 0; sent < 250; sent++) expect((await send(ada, owners[sent % 3]!, "x")).status).toBe(201);
    const answer = await send(ada, owners[0]!, "x");
    expect(await nameOf(answer)).toBe("QuotaReached");
    expect(Number(answer.headers.get("Retry-After"))).toBe(86_400 - (now % 86_400));
    now += 86_400;
    expect((await send(await somebody(account), owners[0]!, "x")).status).toBe(201);
  });

  test("is bounded in one inbox, where all others still find room", async () => {
    const [owner, ada, ben] = [await somebody(), await somebody(), await somebody()];
    for (let sent = 0; sent < 100; sent++) await send(ada, owner, "x");
    expect(await nameOf(await send(ada, owner, "x"))).toBe("QuotaReached");
    expect((await send(ben, owner, "x")).status).toBe(201);
    const [oldest] = (await read(owner)).messages;
    await drop(owner, owner, oldest!.position);
    expect((await send(ada, owner, "x")).status).toBe(201);
  });

  test("is bounded in bytes", async () => {
    const [owner, ada] = [await somebody(), await somebody()];
    for (let sent = 0; sent < 32; sent++) await send(ada, owner, new Uint8Array(65_536));
    expect(await nameOf(await send(ada, owner, "x"))).toBe("QuotaReached");
  });
});

describe("strangers who fill an inbox together", () => {
  test.each<[string, { messages: number; bytes: number; senders: number }]>([
    ["with messages", { messages: roomForStrangers.ofAll.messages, bytes: 1, senders: 500 }],
    ["with bytes", { messages: 256, bytes: 65_536, senders: 256 }],
  ])("get half of it %s; who is licensed still finds room", async (_, content) => {
    const board = boardOf(chain);
    const owner = await somebody();
    await fill(owner, content);
    expect(await nameOf(await send(await somebody(), owner, "x"))).toBe("QuotaReached");
    const { account } = await board.license();
    expect((await send(await somebody(account), owner, "x")).status).toBe(201);
  });

  test("cannot do so by sending at once", async () => {
    const owner = await somebody();
    await fill(owner, { messages: roomForStrangers.ofAll.messages - 2, bytes: 1, senders: 500 });
    const senders = await Promise.all(Array.from({ length: 6 }, () => somebody()));
    const answers = await Promise.all(senders.map((sender) => send(sender, owner, "x")));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 429, 429, 429, 429]);
  });

  test("leave the licensed a bound too, and a licence that was revoked counts for nothing", async () => {
    const board = boardOf(chain);
    const owner = await somebody();
    await fill(owner, { messages: roomForStrangers.ofAll.messages, bytes: 1, senders: 500 });
    const former = await board.license();
    await board.revoke(former);
    expect(await nameOf(await send(await somebody(former.account), owner, "x"))).toBe("QuotaReached");
    await fill(owner, { messages: roomForLicensed.ofAll.messages / 2, bytes: 1, senders: 500 });
    const { account } = await board.license();
    expect(await nameOf(await send(await somebody(account), owner, "x"))).toBe("QuotaReached");
    const waiting = await gateway.database.$count(inbox, eq(inbox.owner, owner.address));
    expect(waiting).toBe(roomForLicensed.ofAll.messages);
  });
});
