import { once } from "node:events";
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { type GatewayClient, createGatewayClient } from "#client/gateway/createGatewayClient.ts";

export type FakeRequest = { method: string; path: string; headers: IncomingMessage["headers"]; body: Buffer };
export type FakeAnswer = (response: ServerResponse, request: FakeRequest) => unknown;

/** A server that speaks the gateway's words, or lies: what it answers is the test's to say. Signing in works. */
export type FakeGateway = {
  url: string;
  account: ReturnType<typeof privateKeyToAccount>;
  client: GatewayClient;
  /** All that was asked, but for signing in. */
  requests: FakeRequest[];
  signIns: number;
  /** Whether bodies are refused before they have come. */
  refusesUploads: boolean;
  /** For a method and path without its query, as `GET /relay/0x…`, or for all. */
  answers: Map<string, FakeAnswer>;
  close(): Promise<void>;
};

export async function fakeGateway(): Promise<FakeGateway> {
  const server = createServer((request, response) => void respond(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const account = privateKeyToAccount(generatePrivateKey());
  const patience = { milliseconds: 300, bytes: 1024 };
  const client = createGatewayClient({ gatewayUrl: url, signer: account, chainId: 31_337, patience, pause: 5 });
  const fake: FakeGateway = {
    url,
    account,
    client,
    requests: [],
    signIns: 0,
    refusesUploads: false,
    answers: new Map(),
    close: () => closed(server),
  };

  async function respond(request: IncomingMessage, response: ServerResponse) {
    if (fake.refusesUploads && request.url === "/blobs") return problem("QuotaReached", 429)(response);
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>).catch(() => []));
    const { method = "", headers, url: path = "" } = request;
    const asked = { method, path, headers, body };
    const isSession = path === "/session/nonce" || (path === "/session" && method === "POST");
    if (!isSession) fake.requests.push(asked);
    const answer = fake.answers.get(`${method} ${path.split("?")[0]}`) ?? fake.answers.get("");
    if (isSession && !fake.answers.has(`${method} ${path}`)) return signIn(path, response);
    if (answer === undefined) return problem("NotFound", 404)(response);
    await answer(response, asked);
  }

  function signIn(path: string, response: ServerResponse) {
    if (path === "/session/nonce") return json({ nonce: "a1".repeat(16) })(response);
    fake.signIns++;
    const token = `${fake.signIns}`.padStart(64, "0");
    return json({ address: account.address.toLowerCase(), expiresAt: 2_000_000_000, token })(response);
  }
  return fake;
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}) {
  return (response: ServerResponse) =>
    void response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(value));
}

export function problem(name: string, status: number, { title = "No.", ...headers }: Record<string, string> = {}) {
  const body = { type: `urn:ownchart:error:${name}`, title, status };
  return (response: ServerResponse) => {
    response.writeHead(status, { "Content-Type": "application/problem+json", ...headers }).end(JSON.stringify(body));
  };
}

export function bytes(content: Uint8Array, type = "application/octet-stream") {
  return (response: ServerResponse) => void response.writeHead(200, { "Content-Type": type }).end(content);
}

/** Sends this much, and then breaks the connection off. */
export function cutAfter(content: Uint8Array, type = "application/octet-stream") {
  return async (response: ServerResponse) => {
    response.writeHead(200, { "Content-Type": type });
    response.write(content);
    await pause(20);
    response.destroy();
  };
}

/** One answer after the other; the last one stays. */
export function inTurn(...answers: FakeAnswer[]): FakeAnswer {
  let next = 0;
  return (response, request) => answers[Math.min(next++, answers.length - 1)]!(response, request);
}

async function closed(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, "close");
}
