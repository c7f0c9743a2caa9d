import { expect, test } from "vitest";
import { toStream } from "#core/sealing/body/toStream.ts";
import { flow, flowingBytes, swallowingServer } from "#test/support/flow.ts";
import { ClientError } from "../ClientError.ts";
import { attempt } from "./attempt.ts";

const patience = { milliseconds: 30_000, bytes: 1 };

test("what is streamed is held nowhere, however large it is", async () => {
  const server = await swallowingServer("{}");
  const { chunks, mostHeld } = flowingBytes();
  const body = toStream(chunks, async () => {});
  const { status, discard } = await attempt({
    url: server.url,
    method: "PUT",
    headers: new Headers(),
    body,
    patience,
    fetch,
  });
  expect(status).toBe(200);
  expect(mostHeld()).toBeLessThan(flow.mostHeld);
  discard();
  server.close();
});

test("what is streamed is not redirected", async () => {
  const asked: RequestInit[] = [];
  const redirecting = (async (_: unknown, init: RequestInit) => {
    asked.push(init);
    throw new TypeError("redirected");
  }) as typeof fetch;
  const body = toStream(flowingBytes().chunks, async () => {});
  const asking = {
    url: "http://localhost/",
    method: "PUT",
    headers: new Headers(),
    body,
    patience,
    fetch: redirecting,
  };
  await expect(attempt(asking)).rejects.toThrow(ClientError);
  expect(asked[0]).toMatchObject({ redirect: "error" });
});
