import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Answer = { status: number; headers: Headers; body: Buffer };

export type Lie = {
  /** Of which requests, as `GET /path?query`. */
  of: RegExp;
  /** What is answered instead of the truth. */
  tell(truth: Answer, request: { path: string; body: Buffer }): Answer | Promise<Answer>;
};

/** A gateway that does everything right, and now and then tells something else. */
export type LyingGateway = { url: string; lie(lie: Lie | undefined): void; close(): Promise<void> };

export async function lyingGateway({ truth, port }: { truth: string; port: number }): Promise<LyingGateway> {
  let current: Lie | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { host: _, connection: __, "transfer-encoding": ___, ...headers } = request.headers;
    const answer = await fetch(truth + request.url, {
      method: request.method!,
      headers: headers as Record<string, string>,
      ...(body.length > 0 && { body }),
    });
    const told = { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
    const isLie = current?.of.test(`${request.method} ${request.url}`) === true;
    const {
      status,
      headers: said,
      body: saidBody,
    } = isLie ? await current!.tell(told, { path: request.url!, body }) : told;
    said.delete("content-encoding");
    said.delete("transfer-encoding");
    said.set("content-length", String(saidBody.length));
    response.writeHead(status, Object.fromEntries(said)).end(saidBody);
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    lie: (lie) => void (current = lie),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
