import { once } from "node:events";
import { type IncomingMessage, createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type ChainRequest = { method: string; params: unknown[] };

/** A way to a chain that can be cut, and that passes on only what it is told to. */
export async function chainProxy(chainUrl: string, isPassed: (request: ChainRequest) => boolean = () => true) {
  let isCut = false;
  const server = createServer(async (request, response) => {
    if (isCut) return void request.socket.destroy();
    const body = await textOf(request);
    const asked = JSON.parse(body) as ChainRequest & { id: number };
    if (!isPassed(asked)) {
      return void response.end(
        JSON.stringify({ jsonrpc: "2.0", id: asked.id, error: { code: -32005, message: "Too much" } }),
      );
    }
    const answer = await fetch(chainUrl, { method: "POST", body, headers: { "Content-Type": "application/json" } });
    response.end(await answer.text());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      server.closeAllConnections();
    },
    mend: () => void (isCut = false),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk as string;
  return text;
}
