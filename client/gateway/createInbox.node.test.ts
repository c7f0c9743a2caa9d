import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeGateway, fakeGateway, json } from "#test/support/fakeGateway.ts";
import { createInbox } from "./createInbox.ts";

let gateway: FakeGateway;
beforeEach(async () => void (gateway = await fakeGateway()));
afterEach(() => gateway.close());

const subject = `0x${"a".repeat(40)}` as const;
const grantee = `0x${"b".repeat(40)}` as const;

const path = () => `/inbox/${subject}`;

describe("an inbox", () => {
  test("takes a message once, delivers pages, and forgets", async () => {
    const inbox = createInbox(gateway.client);
    gateway.answers.set(`POST ${path()}`, json({ position: 4 }, 201));
    expect(await inbox.send({ to: subject, message: Uint8Array.of(1) })).toBe(4);
    const message = { position: 4, from: grantee, at: 1_800_000_000, body: "AQI=" };
    gateway.answers.set(`GET ${path()}`, json({ messages: [message], more: false }));
    const page = await inbox.list({ owner: subject, after: 3 });
    expect(page).toEqual({ messages: [{ ...message, body: Uint8Array.of(1, 2) }], more: false });
    gateway.answers.set(`DELETE ${path()}/4`, (response) => response.writeHead(204).end());
    await inbox.delete({ owner: subject, position: 4 });
    expect(gateway.requests.map((it) => it.path)).toEqual([path(), `${path()}?after=3`, `${path()}/4`]);
  });

  test("does not send a message twice by itself", async () => {
    gateway.answers.set(`POST ${path()}`, (response) => response.destroy());
    const sending = createInbox(gateway.client).send({ to: subject, message: Uint8Array.of(1) });
    await expect(sending).rejects.toMatchObject({ name: "GatewayUnreachable" });
    expect(gateway.requests).toHaveLength(1);
  });

  test("with bodies that are no base64 is broken", async () => {
    const message = { position: 4, from: grantee, at: 1, body: "***" };
    gateway.answers.set(`GET ${path()}`, json({ messages: [message], more: false }));
    const listing = createInbox(gateway.client).list({ owner: subject });
    await expect(listing).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
  });
});
