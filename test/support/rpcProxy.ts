import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type RpcQuestion = { id: number; method: string; params: unknown[] };
export type RpcAnswer = { id: number; jsonrpc: "2.0"; result?: unknown; error?: { code: number; message: string } };

/** A node between a test and a real one, that can count, refuse, leave out and lie. */
export type RpcProxy = {
  url: string;
  asked: RpcQuestion[];
  /** What is answered instead; undefined leaves an answer as it is. */
  tamper: (question: RpcQuestion, answer: RpcAnswer) => RpcAnswer | undefined;
  close(): Promise<void>;
};

export async function rpcProxy(target: string): Promise<RpcProxy> {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    const forwarded = await fetch(target, { method: "POST", body, headers: { "Content-Type": "application/json" } });
    const [question, answer] = [JSON.parse(String(body)), await forwarded.json()];
    const answers = [answer].flat().map((one: RpcAnswer) => {
      const its = [question].flat().find(({ id }: RpcQuestion) => id === one.id) as RpcQuestion;
      proxy.asked.push(its);
      return proxy.tamper(its, one) ?? one;
    });
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(Array.isArray(question) ? answers : answers[0]));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const proxy: RpcProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    tamper: () => undefined,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
  return proxy;
}
