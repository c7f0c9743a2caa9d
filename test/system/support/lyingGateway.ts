import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export type Answer = { status: number; headers: Headers; body: Buffer };

export type Lie = {
  /** Of which requests, as `GET /path?query`. */
  of: RegExp;
  /** What is answered instead of the truth. */
  tell(truth: Answer, request: { method: string; path: string; body: Buffer }): Answer | Promise<Answer>;
  /** Whether nothing is done about the request; the truth is empty then. */
  swallows?: boolean;
};

/** A gateway that does everything right, and now and then tells something else. */
export type LyingGateway = {
  url: string;
  lie(lie: Lie | undefined): void;
  /** How often the present lie was told. */
  told(): number;
  /** Everything that was ever asked, as `GET /path?query`. */
  asked: readonly string[];
  close(): Promise<void>;
};

export async function lyingGateway({ truth, port }: { truth: string; port: number }): Promise<LyingGateway> {
  let current: Lie | undefined;
  let told = 0;
  const asked: string[] = [];

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const body = await buffer(request);
    const question = `${request.method} ${request.url}`;
    asked.push(question);
    const lie = current?.of.test(question) === true ? current : undefined;
    const answer = lie?.swallows === true ? nothing() : await askTruth(truth, request, body);
    if (lie === undefined) return answer;
    told++;
    return lie.tell(answer, { method: request.method!, path: request.url!, body });
  }

  async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, headers, body } = await answerTo(request);
    for (const name of ["content-encoding", "transfer-encoding"]) headers.delete(name);
    headers.set("content-length", String(body.length));
    response.writeHead(status, Object.fromEntries(headers)).end(body);
  }

  const server = createServer((request, response) => {
    passOn(request, response).catch(() => response.destroy());
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    lie(lie) {
      current = lie;
      told = 0;
    },
    told: () => told,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function askTruth(truth: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  const { host: _, connection: __, "transfer-encoding": ___, ...headers } = request.headers;
  const answer = await fetch(truth + request.url, {
    method: request.method!,
    headers: headers as Record<string, string>,
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  return { status: answer.status, headers: new Headers(answer.headers), body: Buffer.from(await answer.arrayBuffer()) };
}

function nothing(): Answer {
  return { status: 204, headers: new Headers(), body: Buffer.alloc(0) };
}
