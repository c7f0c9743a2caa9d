import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cidHasher } from "#core/sealing/body/cidHasher.ts";
import { flow, flowingBytes, swallowingServer } from "#test/support/flow.ts";
import { type TestNode, testNode } from "#test/support/ipfs/testNode.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { addFile } from "./addFile.ts";

const MiB = 2 ** 20;
let node: TestNode;

beforeAll(async () => void (node = await testNode({ limits: { fileBytes: 8 * MiB } })));
afterAll(() => node.remove());

async function* chunks(size: number) {
  for (let at = 0; at < size; at += 65_536) yield countedBytes(Math.min(65_536, size - at), at % 249);
}

async function* failing() {
  yield* chunks(MiB + 5);
  await wait(20);
  throw new Error("the content failed");
}

const pins = async () => Array.fromAsync(node.kubo.pin.ls({ type: "recursive" }));

describe("a file that flows to a node", () => {
  test.each([0, 1, MiB, 3 * MiB + 1])("of %i bytes is pinned under the CID that sealing gives it", async (size) => {
    const hasher = cidHasher();
    for await (const chunk of chunks(size)) await hasher.update(chunk);
    const { cid } = await addFile({ apiUrl: `${node.url}/`, content: chunks(size) });
    expect(cid).toBe(await hasher.digest());
    expect((await pins()).map((pin) => String(pin.cid))).toContain(cid);
  });

  test("and fails on the way ends in that failure, and nothing is pinned", async () => {
    const before = await pins();
    await expect(addFile({ apiUrl: node.url, content: failing() })).rejects.toThrow("the content failed");
    await wait(50);
    expect(await pins()).toEqual(before);
  });

  test("and is not wanted any more ends", async () => {
    const stop = new AbortController();
    const adding = addFile({ apiUrl: node.url, content: failing(), signal: stop.signal });
    stop.abort(new Error("no longer"));
    await expect(adding).rejects.toThrow("no longer");
  });

  test("is held nowhere, however large it is", async () => {
    const server = await swallowingServer('{"Hash":"bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"}');
    const { chunks: content, mostHeld } = flowingBytes();
    await addFile({ apiUrl: server.url, content });
    expect(mostHeld()).toBeLessThan(flow.mostHeld);
    server.close();
  });

  test("that takes no more is refused by name", async () => {
    const refused = addFile({ apiUrl: node.url, content: chunks(9 * MiB) });
    await expect(refused).rejects.toMatchObject({ name: expect.stringMatching(/^Ipfs(AnswerBroken|Unreachable)$/) });
  });

  test("that is away is named", async () => {
    const away = addFile({ apiUrl: "http://127.0.0.1:1", content: chunks(5) });
    await expect(away).rejects.toMatchObject({ name: "IpfsUnreachable" });
  });

  test.each(["", "<html>", '{"Hash":"hello"}', "{}"])("that answers %j is named", async (body) => {
    const server = createServer((request, response) => void request.resume().on("end", () => response.end(body)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expect(addFile({ apiUrl, content: chunks(5) })).rejects.toMatchObject({ name: "IpfsAnswerBroken" });
    server.close();
    server.closeAllConnections();
  });
});
