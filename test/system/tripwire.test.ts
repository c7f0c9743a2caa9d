import { once } from "node:events";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Tripwire, tripwire } from "./support/tripwire.ts";

let server: Server;
let wire: Tripwire;
let asked: string[];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url!);
    request.resume().on("end", () => response.end("yes"));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  wire = await tripwire({ target: (server.address() as AddressInfo).port });
});
afterEach(async () => {
  await wire.close();
  server.close();
});

const ask = (path: string, body = "") =>
  fetch(`http://127.0.0.1:${wire.port}${path}`, { method: "POST", body }).then((answer) => answer.text());

test("passes on what it is not told to stop", async () => {
  expect(await ask("/a")).toBe("yes");
});

test("stops a request before it arrives", async () => {
  const pulled = wire.arm({ request: /POST \/b/, at: "request", pull: () => {} });
  await expect(ask("/b")).rejects.toThrow("fetch failed");
  await pulled;
  expect(asked).toEqual([]);
  expect(await ask("/b")).toBe("yes");
});

test("stops an answer after the request was carried out", async () => {
  const pulled = wire.arm({ request: /word in a body/, at: "answer", pull: () => {} });
  await expect(ask("/c", "a word in a body")).rejects.toThrow("fetch failed");
  await pulled;
  expect(asked).toEqual(["/c"]);
});

test("stops in the middle of a body", async () => {
  const pulled = wire.arm({ request: /POST \/d/, at: "request", afterBytes: 100_000, pull: () => {} });
  await expect(ask("/d", "x".repeat(300_000))).rejects.toThrow("fetch failed");
  await pulled;
});

test("is cut off and back", async () => {
  wire.cut();
  await expect(ask("/e")).rejects.toThrow("fetch failed");
  wire.mend();
  expect(await ask("/e")).toBe("yes");
});
