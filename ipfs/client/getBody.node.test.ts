import { type RequestListener, type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { concat } from "viem";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { sectionsOf } from "#test/support/ipfs/memoryGateway.ts";
import { storedFile } from "#test/support/ipfs/storedFile.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { carHeader } from "../dag/carPieces.ts";
import { getBody } from "./getBody.ts";

const patience = { silence: 300, retryAfter: [0, 0, 0] };
const content = countedBytes(300_000);
const file = await storedFile(content, { chunkSize: 20_000, width: 4 });
const car = concat([carHeader(file.cid), ...sectionsOf(file)]);
let server: Server;

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function read(gatewayUrl: string): Promise<Uint8Array> {
  return bytesOf((await getBody({ gatewayUrl, cid: String(file.cid), patience }))!);
}

/** The block or CAR that is asked for. */
function honest(url: string): { type: string; body: Uint8Array } {
  const { pathname, searchParams } = new URL(url, "http://gateway");
  const isCar = searchParams.get("format") === "car";
  const body = isCar ? car : file.blocks.get(pathname.replace("/ipfs/", ""))!;
  return { type: `application/vnd.ipld.${isCar ? "car" : "raw"}`, body };
}

describe("over a real connection", () => {
  test.each([1, 100, 30_000, 200_000])("one that is cut after %i bytes is taken up where it broke", async (cut) => {
    let asked = 0;
    const url = await serve((request, response) => {
      const { type, body } = honest(request.url!);
      response.writeHead(200, { "Content-Type": type });
      if (asked++ > 0) return void response.end(body);
      response.write(body.subarray(0, cut), () => setTimeout(() => response.destroy(), 20));
    });
    expect(await read(url)).toEqual(content);
    const blocksBefore = sectionsOf(file).filter((_, at, all) => concat(all.slice(0, at + 1)).length + 60 < cut).length;
    expect(asked - 1).toBeLessThanOrEqual(file.order.length - blocksBefore);
  });

  test("a body whose every second answer breaks still arrives", async () => {
    let asked = 0;
    const url = await serve((request, response) => {
      const { type, body } = honest(request.url!);
      response.writeHead(200, { "Content-Type": type, "Content-Length": body.length });
      if (asked++ % 2 === 0) response.write(body.subarray(0, 50), () => response.destroy());
      else response.end(body);
    });
    expect(await read(url)).toEqual(content);
  });

  test("a redirect is not followed", async () => {
    let visits = 0;
    const url = await serve((request, response) => {
      if (request.url === "/private") visits++;
      response.writeHead(302, { Location: "/private" }).end();
    });
    await expect(read(url)).rejects.toMatchObject({ name: "IpfsAnswerBroken" });
    expect(visits).toBe(0);
  });

  test("a gateway that takes the question and says nothing is named", async () => {
    const url = await serve(() => {});
    await expect(read(url)).rejects.toMatchObject({ name: "IpfsUnreachable" });
  });

  test("a gateway that is gone is named", async () => {
    const url = await serve(() => {});
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await expect(read(url)).rejects.toMatchObject({ name: "IpfsUnreachable" });
  });

  test("no cookie and no referrer is sent, and whoever reads slowly is waited for", async () => {
    const headers: unknown[] = [];
    const url = await serve((request, response) => {
      headers.push(request.headers.cookie, request.headers.referer);
      const { type, body } = honest(request.url!);
      response.writeHead(200, { "Content-Type": type }).end(body);
    });
    const body = (await getBody({ gatewayUrl: url, cid: String(file.cid), patience }))!;
    const parts: Uint8Array[] = [];
    for await (const part of body) {
      parts.push(part);
      if (parts.length % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 400));
    }
    expect(concat(parts)).toEqual(content);
    expect(headers).toEqual([undefined, undefined]);
  });
});
