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
    request.resume().on("end", () => {
      if (request.url !== "/d/in-parts") return void response.end("yes");
      response.write("first");
      setTimeout(() => response.end("second"), 100);
    });
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

test("stops an answer at a part of it", async () => {
  const pulled = wire.arm({ request: /POST \/d/, at: "answer", answer: /second/, pull: () => {} });
  const told: string[] = [];
  const { body } = await fetch(`http://127.0.0.1:${wire.port}/d/in-parts`, { method: "POST" });
  const reading = (async () => {
    for await (const part of body!) told.push(String(Buffer.from(part)));
  })();
  await expect(reading).rejects.toThrow("terminated");
  await pulled;
  expect(told).toEqual(["first"]);
});

test("forgets what it was awaiting once it was pulled elsewhere", async () => {
  const [first, second] = [ask("/f"), ask("/f")];
  await Promise.all([first, second]); // two connections that are kept
  const pulled = wire.arm({ request: /POST \/f/, at: "answer", pull: () => {} });
  const answers = await Promise.allSettled([ask("/f"), ask("/f")]);
  await pulled;
  expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  void wire.arm({ request: /POST \/g/, at: "answer", pull: () => {} });
  expect(await Promise.all([ask("/h"), ask("/h")])).toEqual(["yes", "yes"]);
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
