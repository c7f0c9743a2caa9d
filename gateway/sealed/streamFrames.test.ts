import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { afterEach, expect, test, vi } from "vitest";
import { GatewayError } from "../GatewayError.ts";
import { frame } from "./frame.ts";
import { streamFrames } from "./streamFrames.ts";

const reports: string[] = [];
const report = (event: string) => void reports.push(event);
let server: Server;

/** What a client gets of frames over a real connection. */
async function fetched(frames: AsyncGenerator<Uint8Array, void>) {
  server = serve({ fetch: () => streamFrames({ report }, frames), hostname: "127.0.0.1", port: 0 }) as Server;
  await once(server, "listening");
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

/** Frames, and what is thrown between them. */
async function* framesOf(...all: (Uint8Array | Error)[]): AsyncGenerator<Uint8Array, void> {
  for (const each of all) {
    if (each instanceof Error) throw each;
    yield each;
  }
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  reports.length = 0;
  vi.restoreAllMocks();
});

test("a frame is its fields, the length of its content, and its content, big-endian", () => {
  const fields = [
    { size: 8, value: 2 ** 40 + 1 },
    { size: 4, value: 7 },
  ] as const;
  expect([...frame(fields, Uint8Array.of(9, 8))]).toEqual([0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0, 2, 9, 8]);
  expect([...frame([{ size: 8, value: 0 }])]).toEqual(Array(12).fill(0));
});

test("frames arrive one after the other", async () => {
  const answer = await fetched(framesOf(Uint8Array.of(1, 2), Uint8Array.of(3)));
  expect(await answer.bytes()).toEqual(Uint8Array.of(1, 2, 3));
});

test.each([
  ["a refusal", () => new GatewayError("NotGranted"), []],
  ["a mistake", () => new Error("select secret"), ["stream"]],
])("%s in the middle cuts the connection, and nothing of it is printed", async (_, failure, told) => {
  const printed = ["error", "info", "log", "warn"].map((name) =>
    vi.spyOn(console, name as "error").mockImplementation(() => {}),
  );
  const answer = await fetched(framesOf(new Uint8Array(1000), failure()));
  await expect(answer.bytes()).rejects.toThrow();
  expect(reports).toEqual(told);
  expect(JSON.stringify(printed.map(({ mock }) => mock.calls.map((call) => call.map(String))))).not.toContain("secret");
});

test("a refusal before the first byte is thrown as any other", async () => {
  const refused = streamFrames({ report }, framesOf(new GatewayError("NotGranted")));
  await expect(refused).rejects.toThrow(expect.objectContaining({ name: "NotGranted" }));
});

test("nothing is read ahead of the reader, and nothing after it has gone", async () => {
  let [read, ended] = [0, false];
  async function* frames() {
    try {
      for (;;) {
        read++;
        yield new Uint8Array(10);
      }
    } finally {
      ended = true;
    }
  }
  const { body } = await streamFrames({ report }, frames());
  const reader = body!.getReader();
  await reader.read();
  expect(read).toBe(1);
  await reader.read();
  expect(read).toBe(2);
  await reader.cancel();
  expect([read, ended]).toEqual([2, true]);
});
