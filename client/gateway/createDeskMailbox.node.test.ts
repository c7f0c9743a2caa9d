import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeGateway, bytes, cutAfter, fakeGateway, inTurn } from "#test/support/fakeGateway.ts";
import { createDeskMailbox } from "./createDeskMailbox.ts";

let gateway: FakeGateway;
beforeEach(async () => void (gateway = await fakeGateway()));
afterEach(() => gateway.close());

const mailbox = `0x${"c".repeat(32)}` as const;
const path = `/desk/${mailbox}`;
const events = (...positions: number[]) =>
  Buffer.from(positions.map((it) => `id: ${it}\ndata: ${btoa(String(it))}\n\n`).join(""));
const read = async () => {
  const messages = createDeskMailbox(gateway.client, mailbox).messages(AbortSignal.timeout(5000));
  return (await Array.fromAsync(messages)).map((it) => Buffer.from(it).toString());
};

describe("a desk's mailbox", () => {
  test("gives every message once, also after a cut, and needs no sign-in", async () => {
    gateway.answers.set(`POST ${path}`, (response) => response.writeHead(204).end());
    await createDeskMailbox(gateway.client, mailbox).post(Uint8Array.of(1));
    const type = "text/event-stream";
    gateway.answers.set(`GET ${path}`, inTurn(cutAfter(events(1, 2), type), bytes(events(1, 2, 3), type)));
    expect(await read()).toEqual(["1", "2", "3"]);
    expect(gateway.signIns).toBe(0);
  });

  test("with events that are none is broken", async () => {
    gateway.answers.set(`GET ${path}`, bytes(Buffer.from("id: x\ndata: AQ==\n\n"), "text/event-stream"));
    await expect(read()).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
  });

  test("ends when its listener has heard enough", async () => {
    gateway.answers.set(`GET ${path}`, (response) => {
      response.writeHead(200, { "Content-Type": "text/event-stream" }).write(events(1));
    });
    const listening = new AbortController();
    const messages = createDeskMailbox(gateway.client, mailbox).messages(listening.signal);
    expect((await messages.next()).done).toBe(false);
    listening.abort();
    await expect(messages.next()).rejects.toMatchObject({ name: "AbortError" });
  });
});
