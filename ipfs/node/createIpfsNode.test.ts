import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { CarReader } from "@ipld/car";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { storedFile } from "#test/support/ipfs/storedFile.ts";
import { type TestNode, testNode } from "#test/support/ipfs/testNode.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { getBody } from "../client/getBody.ts";

const MiB = 2 ** 20;
const content = countedBytes(3 * MiB + 5);
const nowhere = "bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq";
let node: TestNode;
let cid: string;

beforeAll(async () => {
  node = await testNode({ limits: { fileBytes: 4 * MiB, files: 3, silence: 1000 }, graceMs: 0 });
  cid = String((await node.kubo.add(content)).cid);
});
afterAll(() => node.remove());

const get = (path: string, init?: RequestInit) => fetch(`${node.url}/ipfs/${path}`, init);
const post = (command: string, init?: RequestInit) =>
  fetch(`${node.url}/api/v0/${command}`, { method: "POST", ...init });

describe("the gateway", () => {
  test("gives a block, by format or by Accept", async () => {
    const block = await node.kubo.block.get(cid as never);
    const answers = [
      await get(`${cid}?format=raw`),
      await get(cid, { headers: { Accept: "application/vnd.ipld.raw" } }),
    ];
    for (const answer of answers) {
      expect(answer.headers.get("Content-Type")).toBe("application/vnd.ipld.raw");
      expect(answer.headers.get("Content-Length")).toBe(String(block.length));
      expect(answer.headers.get("Cache-Control")).toContain("immutable");
      expect(await answer.bytes()).toEqual(block);
    }
  });

  test("gives a CAR of all that a file is made of, in order", async () => {
    const { order } = await storedFile(content);
    const answers = [
      await get(`${cid}?format=car`),
      await get(cid, { headers: { Accept: "application/vnd.ipld.car;version=1" } }),
    ];
    for (const answer of answers) {
      expect(answer.headers.get("Content-Type")).toBe("application/vnd.ipld.car; version=1; order=dfs; dups=y");
      const car = await CarReader.fromIterable(answer.body!);
      expect((await car.getRoots()).map(String)).toEqual([cid]);
      expect((await Array.fromAsync(car.cids())).map(String)).toEqual(order.map(String));
    }
  });

  test.each([
    ["block", 1],
    ["entity", 5],
    ["all", 5],
  ])("gives of a file in the scope %s %i blocks", async (scope, blocks) => {
    const car = await CarReader.fromIterable((await get(`${cid}?format=car&dag-scope=${scope}`)).body!);
    expect(await Array.fromAsync(car.cids())).toHaveLength(blocks);
  });

  test("gives of a directory in the scope entity the directory alone", async () => {
    const { encode } = await import("@ipld/dag-pb");
    const { CID } = await import("multiformats/cid");
    const Links = [{ Hash: CID.parse(cid), Name: "a", Tsize: 1 }];
    const directory = await node.kubo.block.put(encode({ Data: Uint8Array.of(8, 1), Links }), { format: "dag-pb" });
    const counts = [];
    for (const scope of ["entity", "all"]) {
      const car = await CarReader.fromIterable((await get(`${directory}?format=car&dag-scope=${scope}`)).body!);
      counts.push((await Array.fromAsync(car.cids())).length);
    }
    expect(counts).toEqual([1, 6]);
  });

  test("says by HEAD what it has, and sends nothing", async () => {
    const { size } = await node.kubo.block.stat(cid as never);
    const raw = await get(`${cid}?format=raw`, { method: "HEAD" });
    expect([raw.status, raw.headers.get("Content-Length"), await raw.text()]).toEqual([200, String(size), ""]);
    expect((await get(`${cid}?format=car`, { method: "HEAD" })).status).toBe(200);
    expect((await get(`${nowhere}?format=raw`, { method: "HEAD" })).status).toBe(404);
  });

  test("says of what a reader has already that it is the same", async () => {
    const { headers } = await get(`${cid}?format=raw`);
    expect((await get(`${cid}?format=raw`, { headers: { "If-None-Match": headers.get("ETag")! } })).status).toBe(304);
  });

  test.each([
    ["what is not here", `${nowhere}?format=raw`, 404],
    ["a CAR of what is not here", `${nowhere}?format=car`, 404],
    ["no CID", "hello?format=raw", 400],
    ["a CID that proves nothing", "bafkqabtimvwgy3yk?format=raw", 400],
    ["a path", () => `${cid}/a?format=raw`, 400],
    ["another format", () => `${cid}?format=tar`, 406],
    ["no format", () => cid, 406],
    ["another scope", () => `${cid}?format=car&dag-scope=some`, 400],
  ])("refuses %s", async (_, path, status) => {
    const answer = await get(typeof path === "string" ? path : path());
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect((await answer.text()).trim()).toMatch(/^[A-Z][^.]*\.$|dag-scope|\?format=/);
  });

  test("lets pages of any site read, and nobody write", async () => {
    const Origin = "https://app.example";
    expect((await get(`${cid}?format=raw`, { headers: { Origin } })).headers.get("Access-Control-Allow-Origin")).toBe(
      "*",
    );
    expect((await get(cid, { method: "OPTIONS", headers: { Origin } })).status).toBe(204);
    expect((await get(`${cid}?format=raw`, { method: "PUT" })).status).toBe(405);
  });

  test("breaks off a CAR that lacks a block, and its client says so", async () => {
    const whole = await storedFile(countedBytes(2 * MiB + 9, 7));
    for (const each of whole.order.slice(0, 2)) {
      await node.kubo.block.put(whole.blocks.get(String(each))!, { format: each.code === 0x70 ? "dag-pb" : "raw" });
    }
    await expect((await get(`${whole.cid}?format=car`)).bytes()).rejects.toThrow();
    const patience = { silence: 1000, retryAfter: [] };
    const body = await getBody({ gatewayUrl: node.url, cid: String(whole.cid), patience });
    await expect(bytesOf(body!)).rejects.toMatchObject({ name: "IpfsAnswerBroken" });
  });
});

describe("the RPC", () => {
  test.each([
    ["of another site", { Origin: "https://elsewhere.example" }],
    ["of this machine under another port", { Origin: "http://127.0.0.1:1" }],
    ["that hides where it comes from", { Origin: "null" }],
    ["of a site that gives itself away", { Referer: "https://elsewhere.example/page" }],
    ["whose address begins like the node's", () => ({ Referer: `${node.url}.elsewhere.example/` })],
    ["that a browser calls foreign", { "Sec-Fetch-Site": "cross-site" }],
  ])("does nothing for a page %s", async (_, headers) => {
    const answer = await post("version", { headers: typeof headers === "function" ? headers() : headers });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  test("does nothing by GET", async () => {
    expect((await post("version", { method: "GET" })).status).toBe(405);
  });

  test.each([
    ["no form", { body: "hello" }],
    ["a form without a file", { body: new FormData() }],
    ["a form without a boundary", { body: "a", headers: { "Content-Type": "multipart/form-data" } }],
    [
      "a form that does not end",
      {
        body: "--b\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\nabc",
        headers: { "Content-Type": "multipart/form-data; boundary=b" },
      },
    ],
    [
      "a part without an end of its head",
      { body: "--b\r\nContent-Disposition: form-data", headers: { "Content-Type": "multipart/form-data; boundary=b" } },
    ],
  ])("says in Kubo's form what is wrong with %s", async (_, init) => {
    const answer = await post("add", init);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ Message: expect.stringMatching(/./), Code: 0, Type: "error" });
  });

  test("takes no file that is too large, nor too many, and goes on", async () => {
    await expect(node.kubo.add(countedBytes(4 * MiB + 1))).rejects.toThrow("no upload of more than 4194304 bytes");
    const four = ["a", "b", "c", "d"].map((path) => ({ path, content: path }));
    await expect(Array.fromAsync(node.kubo.addAll(four))).rejects.toThrow("no upload of more than 3 files");
    expect(String((await node.kubo.add(content)).cid)).toBe(cid);
  });

  test("says who sends without end why it is refused, and lets go of them", async () => {
    const upload = startUpload();
    const answered = once(upload, "response") as Promise<[IncomingMessage]>;
    const closed = new Promise<void>((resolve) => upload.on("error", () => {}).on("close", resolve));
    const timer = setInterval(() => upload.write(countedBytes(MiB)), 10);
    const [response] = await answered;
    expect(response.statusCode).toBe(413);
    await closed;
    clearInterval(timer);
  });
});

/** An upload whose bytes are up to the test. */
function startUpload() {
  const upload = request(`${node.url}/api/v0/add`, {
    method: "POST",
    headers: { "Content-Type": "multipart/form-data; boundary=b" },
  });
  upload.write(
    "--b\r\nContent-Disposition: form-data; name=file; filename=a\r\nContent-Type: application/octet-stream\r\n\r\n",
  );
  return upload;
}

const pinned = async () =>
  (await Array.fromAsync(node.kubo.pin.ls({ type: "recursive" }))).map((pin) => String(pin.cid));

async function* failing() {
  yield countedBytes(MiB + 1, 79);
  await wait(50);
  throw new Error("the source failed");
}

async function expectNothingLeft(before: readonly string[]): Promise<void> {
  expect(await pinned()).toEqual(before);
  await expect.poll(async () => (await node.collect(), (await node.files()).blocks)).toBe(5);
  expect((await node.files()).incoming).toBe(0);
}

describe("an upload that breaks off", () => {
  test("in the middle leaves nothing", async () => {
    const before = await pinned();
    const upload = startUpload().on("error", () => {});
    upload.write(countedBytes(2 * MiB + 1, 77));
    await expect.poll(async () => (await node.files()).blocks).toBeGreaterThan(5);
    upload.destroy();
    await expectNothingLeft(before);
  });

  test("by silence is let go of, and leaves nothing", async () => {
    const before = await pinned();
    const upload = startUpload();
    upload.write(countedBytes(MiB + 1, 78));
    const [error] = (await once(upload, "error")) as [NodeJS.ErrnoException];
    expect(error.code).toBe("ECONNRESET");
    await expectNothingLeft(before);
  });

  test("because its source failed leaves nothing, though the client closes the form", async () => {
    const before = await pinned();
    await expect(node.kubo.add(failing())).rejects.toThrow();
    await expectNothingLeft(before);
  });

  test("after the end of its form, but before that of the request, leaves nothing", async () => {
    const before = await pinned();
    const upload = startUpload().on("error", () => {});
    upload.write(countedBytes(MiB + 1, 80));
    upload.write("\r\n--b--\r\n");
    await wait(100);
    upload.destroy();
    await expectNothingLeft(before);
  });
});

test("whoever asks for nothing sensible is refused, and the node stays up", async () => {
  for (const path of [
    "/",
    "/ipfs",
    "/ipfs/",
    "/ipns/a",
    "/api/v0",
    "/api/v0/",
    "/api/v1/version",
    "/%",
    "//",
    "/ipfs/%00",
  ]) {
    expect((await fetch(`${node.url}${path}`)).status).toBeGreaterThanOrEqual(400);
  }
  const socket = connect(Number(new URL(node.url).port), "127.0.0.1").resume();
  socket.end("nonsense\r\n\r\n");
  await once(socket, "close");
  expect((await node.kubo.version()).version).toMatch(/^ownchart-ipfs/);
});
