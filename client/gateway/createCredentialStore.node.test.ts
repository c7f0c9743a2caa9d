import { afterEach, beforeEach, expect, test } from "vitest";
import { type FakeGateway, fakeGateway, json } from "#test/support/fakeGateway.ts";
import { createCredentialStore } from "./createCredentialStore.ts";

let gateway: FakeGateway;
beforeEach(async () => void (gateway = await fakeGateway()));
afterEach(() => gateway.close());

const subject = `0x${"a".repeat(40)}` as const;
const grantee = `0x${"b".repeat(40)}` as const;

test("a credential is put by its holder, and read by everybody without signing in", async () => {
  const store = createCredentialStore(gateway.client);
  gateway.answers.set(`PUT /credentials/${subject}`, (response) => response.writeHead(204).end());
  await store.put({ holder: subject, credential: { kind: 0 } });
  expect(gateway.signIns).toBe(1);
  gateway.answers.set(`GET /credentials/${subject}`, json({ kind: 0 }));
  expect(await store.get({ holder: subject, kind: 0 })).toEqual({ kind: 0 });
  expect(gateway.requests.at(-1)!.headers.authorization).toBeUndefined();
  expect(await store.get({ holder: grantee, kind: 0 })).toBeUndefined();
});
