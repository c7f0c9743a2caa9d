import { eq } from "drizzle-orm";
import { type Hex, bytesToHex } from "viem";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { createApp } from "#gateway/createApp.ts";
import { deskMessages } from "#gateway/database/schema.ts";
import { sweepOnce } from "#gateway/sweep.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";

let chain: LocalChain;
let gateway: TestGateway;
let now = 1_800_000_000;

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain, { now: () => now });
});
afterEach(async () => {
  for (const stream of opened.splice(0)) await stream.leave();
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});

const opened: ReturnType<typeof follow>[] = [];

type App = Pick<TestGateway["app"], "request">;
type Message = { id: string; data: string };

const newMailbox = () => bytesToHex(randomBytes(16));
const post = (mailbox: string, body: string | Uint8Array<ArrayBuffer>, app: App = gateway.app) =>
  app.request(`/desk/${mailbox}`, { method: "POST", body });
const nameOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split(":").at(-1);
const textOf = ({ data }: Message) => Buffer.from(data, "base64").toString();

async function open(mailbox: string, headers: Record<string, string> = {}, app: App = gateway.app) {
  const stream = follow(await app.request(`/desk/${mailbox}`, { headers }));
  opened.push(stream);
  return stream;
}

/** Reads a stream's messages one by one. */
function follow(answer: Response) {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    answer,
    async next(): Promise<Message | undefined> {
      for (;;) {
        const end = text.indexOf("\n\n");
        const event = text.slice(0, end);
        if (end !== -1) text = text.slice(end + 2);
        if (end !== -1 && !event.startsWith(":")) {
          const [, data, id] = /^data: (.*)\nid: (.*)$/.exec(event)!;
          return { id: id!, data: data! };
        }
        if (end !== -1) continue;
        const { done, value } = await reader.read();
        if (done) return undefined;
        text += value;
      }
    },
    leave: () => reader.cancel(),
  };
}

describe("a mailbox", () => {
  test("gives what was there first and then what comes, in order", async () => {
    const mailbox = newMailbox();
    expect((await post(mailbox, "one")).status).toBe(204);
    await post(mailbox, new Uint8Array([0, 255]));
    const stream = await open(mailbox);
    expect(stream.answer.headers.get("Content-Type")).toBe("text/event-stream");
    const [one, two] = [await stream.next(), await stream.next()];
    expect(textOf(one!)).toBe("one");
    expect(two!.data).toBe("AP8=");
    await post(mailbox, "three");
    const three = await stream.next();
    expect(textOf(three!)).toBe("three");
    expect(Number(two!.id)).toBeGreaterThan(Number(one!.id));
    expect(Number(three!.id)).toBeGreaterThan(Number(two!.id));
  });

  test("tells everybody who holds the QR, and nobody else", async () => {
    const [mailbox, other] = [newMailbox(), newMailbox()];
    const streams = [await open(mailbox), await open(mailbox)];
    const elsewhere = await open(other);
    await post(mailbox, "one");
    for (const stream of streams) expect(textOf((await stream.next())!)).toBe("one");
    await post(other, "theirs");
    expect(textOf((await elsewhere.next())!)).toBe("theirs");
  });

  test("tells those who listen at another gateway on the same database", async () => {
    const mailbox = newMailbox();
    const stream = await open(mailbox, {}, createApp(gateway));
    await post(mailbox, "from the other one");
    expect(textOf((await stream.next())!)).toBe("from the other one");
  });

  test("goes on where a reader was cut off", async () => {
    const mailbox = newMailbox();
    await post(mailbox, "one");
    await post(mailbox, "two");
    const first = await (await open(mailbox)).next();
    const again = await open(mailbox, { "Last-Event-ID": first!.id });
    expect(textOf((await again.next())!)).toBe("two");
  });

  test("takes eight messages and no more, whoever comes first", async () => {
    const mailbox = newMailbox();
    const answers = await Promise.all(Array.from({ length: 11 }, (_, index) => post(mailbox, String(index))));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(8);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(await nameOf(refused)).toBe("QuotaReached");
    expect(refused.headers.get("Retry-After")).toBe("120");
    expect((await post(newMailbox(), "elsewhere")).status).toBe(204);
  });

  test("takes messages of 4 KiB, and none that is larger or empty", async () => {
    const mailbox = newMailbox();
    expect((await post(mailbox, new Uint8Array(4096))).status).toBe(204);
    expect(await nameOf(await post(mailbox, new Uint8Array(4097)))).toBe("TooLarge");
    expect(await nameOf(await post(mailbox, ""))).toBe("RequestInvalid");
  });

  test.each(["", "x", "0x12", `0x${"1".repeat(34)}`, "1".repeat(32), `0x${"g".repeat(32)}`])(
    "has no name like %j",
    async (name) => {
      expect(["RequestInvalid", "NotFound"]).toContain(await nameOf(await post(name, "x")));
      expect(["RequestInvalid", "NotFound"]).toContain(await nameOf(await gateway.request(`/desk/${name}`)));
    },
  );
});

describe("two minutes after its first message", () => {
  test("a mailbox is empty, whenever the others came, and can begin anew", async () => {
    const mailbox = newMailbox();
    await post(mailbox, "one");
    now += 119;
    await post(mailbox, "two");
    const stream = await open(mailbox);
    expect(textOf((await stream.next())!)).toBe("one");
    expect(textOf((await stream.next())!)).toBe("two");
    now += 1;
    expect(await stream.next()).toBeUndefined();

    const later = await open(mailbox);
    await post(mailbox, "three");
    expect(textOf((await later.next())!)).toBe("three");
  });

  test("nothing of it is left in the database", async () => {
    const mailbox: Hex = newMailbox();
    await post(mailbox, "one");
    const left = () => gateway.database.$count(deskMessages, eq(deskMessages.mailbox, mailbox));
    now += 119;
    await sweepOnce(gateway);
    expect(await left()).toBe(1);
    now += 1;
    await sweepOnce(gateway);
    expect(await left()).toBe(0);
  });
});

describe("a stream", () => {
  test("ends after two minutes of nothing", async () => {
    const stream = await open(newMailbox());
    now += 120;
    expect(await stream.next()).toBeUndefined();
  });

  test("ends when the gateway does", async () => {
    const ending = await testGateway(chain);
    const stream = await open(newMailbox(), {}, ending.app);
    ending.end();
    expect(await stream.next()).toBeUndefined();
    await ending.close();
  });

  test("is one of at most 64 of one network address; one that is left makes room", async () => {
    const app = createApp(gateway);
    const streams = await Promise.all(Array.from({ length: 64 }, () => open(newMailbox(), {}, app)));
    const refused = await app.request(`/desk/${newMailbox()}`);
    expect(await nameOf(refused)).toBe("QuotaReached");
    expect(refused.headers.get("Retry-After")).toBe("30");
    await streams[0]!.leave();
    const statusOfNext = async () => (await open(newMailbox(), {}, app)).answer.status;
    await expect.poll(statusOfNext, { timeout: 10_000 }).toBe(200);
  });
});

test("one network address leaves at most 240 messages a minute", async () => {
  const app = createApp(gateway);
  const answers: Response[] = [];
  for (let sent = 0; sent < 260; sent++) answers.push(await post(newMailbox(), "x", app));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(answers.slice(0, 240).every(({ status }) => status === 204)).toBe(true);
  expect(await nameOf(refused[0]!)).toBe("QuotaReached");
});
