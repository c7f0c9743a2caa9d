import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, type Socket, connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { endStreamsQuietly } from "./endStreamsQuietly.ts";
import { readBody } from "./parsing/readBody.ts";
import { answerProblem, problemOf } from "./problem.ts";
import { shutDown } from "./shutDown.ts";
import { startServer } from "./startServer.ts";

let server: Server;
let closed = false;
let ending = new AbortController();
const reports: unknown[] = [];

const gateway = {
  end: () => ending.abort(),
  close: async () => void (closed = true),
};

const secret = "select * from people where name = 'Ada'";

function testApp() {
  const app = new Hono();
  app.use(endStreamsQuietly((event) => void reports.push(event)));
  app.onError((error, context) =>
    answerProblem(
      context,
      problemOf(error, () => reports.push("unexpected")),
    ),
  );
  app.get("/", (context) => context.text("here"));
  app.get("/forever", () => new Promise<Response>(() => {}));
  app.put("/", async (context) => context.text(String((await readBody(context, 10_000_000)).length)));
  app.get("/events", (context) =>
    streamSSE(context, async (stream) => {
      await stream.writeSSE({ data: "begun" });
      await new Promise((resolve) => ending.signal.addEventListener("abort", resolve));
      await stream.writeSSE({ data: "ended" });
    }),
  );
  app.get("/broken", (context) => {
    let isBegun = false;
    const body = new ReadableStream({
      async pull(controller) {
        if (isBegun) throw new Error(secret);
        controller.enqueue(new TextEncoder().encode("a part"));
        isBegun = true;
        await new Promise((resolve) => setTimeout(resolve, 50));
      },
    });
    return context.body(body, 200, { "Content-Type": "application/octet-stream" });
  });
  return app;
}

async function start() {
  ending = new AbortController();
  closed = false;
  const configuration = { host: "127.0.0.1", port: 0, isBehindProxy: false };
  server = startServer({ app: testApp(), configuration });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}` };
}
afterEach(() => shutDown({ server, gateway, graceMilliseconds: 100 }).catch(() => {}));

/** What the server says to bytes, until it closes or has said what is expected. */
async function said(port: number, bytes: string, until = /$^/): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(bytes);
  return heard(socket, until);
}
async function heard(socket: Socket, until: RegExp): Promise<string> {
  let text = "";
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.on("data", (chunk) => {
    text += chunk.toString();
    if (until.test(text)) resolve();
  });
  socket.on("close", resolve);
  socket.on("error", resolve);
  await promise;
  socket.destroy();
  return text;
}

const withHeader = (size: number) => `GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX: ${"x".repeat(size)}\r\n\r\n`;

describe("the server", () => {
  test("takes headers of 16 KiB and no more", async () => {
    const { port } = await start();
    expect(await said(port, withHeader(15_000))).toMatch(/^HTTP\/1.1 200/);
    expect(await said(port, withHeader(17_000))).toMatch(/^HTTP\/1.1 431/);
  });

  test.each([
    "\0\0\0\0",
    "GET\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "\r\n\r\nhello",
    "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
  ])("answers what is no HTTP and goes on: %j", async (bytes) => {
    const { port, url } = await start();
    await said(port, bytes, /HTTP\/1.1 4\d\d/);
    expect((await fetch(url)).status).toBe(200);
  });

  test("goes on when somebody leaves in the middle of a body, or of an answer", async () => {
    const { port, url } = await start();
    for (const bytes of [
      "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf",
      "PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\nx",
      "PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nnot a size\r\n",
      "GET /events HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /forever HTTP/1.1\r\nHost: x\r\n\r\n",
    ]) {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      await once(socket, "connect");
      socket.write(bytes);
      await new Promise((resolve) => setTimeout(resolve, 30));
      socket.resetAndDestroy();
    }
    expect(await (await fetch(url)).text()).toBe("here");
    expect(reports).toEqual([]); // nobody made a mistake
  });

  test("closes what is silent, and nothing on which bytes flow", async () => {
    const { port, url } = await start();
    server.setTimeout(300);
    const begin = performance.now();
    await said(port, "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
    expect(performance.now() - begin).toBeGreaterThan(250);

    const slow = connect(port, "127.0.0.1");
    slow.write("PUT / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 10\r\n\r\n");
    const answer = heard(slow, /$^/);
    for (let sent = 0; sent < 10; sent++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      slow.write("x");
    }
    expect(await answer).toMatch(/\r\n10$/);
    expect((await fetch(url)).status).toBe(200);
  });

  test("does not let one network hold all connections", async () => {
    const { port } = await start();
    const sockets = Array.from({ length: 512 }, () => connect(port, "127.0.0.1").on("error", () => {}));
    await Promise.all(sockets.map((socket) => once(socket, "connect")));
    expect(await said(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n", /200/)).toBe("");
    for (const socket of sockets) socket.destroy();
    const ask = () => said(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n", /200/);
    await expect.poll(ask, { timeout: 5000 }).toMatch(/200/);
  });

  test("prints nothing of what broke a stream off, and sends nothing of it", async () => {
    const { port, url } = await start();
    const printed: unknown[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => void printed.push(...words);
    const answer = await said(port, "GET /broken HTTP/1.1\r\nHost: x\r\n\r\n");
    console.error = error;
    expect(answer).toContain("a part");
    expect(answer).not.toContain("Ada");
    expect(answer).not.toMatch(/\r\n0\r\n\r\n$/); // cut off, and not as if it were whole
    expect(reports.splice(0)).toEqual(["a stream broke off"]);
    for (const word of printed)
      expect(`${String(word)} ${(word as Error).stack} ${(word as Error).cause}`).not.toContain("Ada");
    expect((await fetch(url)).status).toBe(200);
  });
});

describe("an end", () => {
  test("lets streams say their last, closes the database, and takes no new requests", async () => {
    const { url } = await start();
    const events = (await fetch(`${url}/events`)).text();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await shutDown({ server, gateway });
    expect(await events).toBe("data: begun\n\ndata: ended\n\n");
    expect(closed).toBe(true);
    await expect(fetch(url)).rejects.toThrow();
  });

  test("waits for an answer that is under way", async () => {
    const { port } = await start();
    const slow = connect(port, "127.0.0.1");
    slow.write("PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nx");
    const answer = heard(slow, /\r\n2$/);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const ended = shutDown({ server, gateway });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(closed).toBe(false);
    slow.write("x");
    expect(await answer).toMatch(/\r\n2$/);
    await ended;
    expect(closed).toBe(true);
  });

  test("waits for nobody longer than its grace", async () => {
    const { url } = await start();
    const forever = fetch(`${url}/forever`);
    forever.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    const begin = performance.now();
    const stuck = { ...gateway, close: () => new Promise<void>(() => {}) };
    await shutDown({ server, gateway: stuck, graceMilliseconds: 200 });
    expect(performance.now() - begin).toBeLessThan(2000);
    await expect(forever).rejects.toThrow();
  });
});
