import { once } from "node:events";
import { type IncomingMessage, type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerError } from "./answerJson.ts";
import type { Call, NodeLimits } from "./Call.ts";
import { NodeError } from "./NodeError.ts";
import { serveGateway } from "./serveGateway.ts";
import { serveRpc } from "./serveRpc.ts";
import { Storage } from "./Storage.ts";

export type CreateIpfsNodeParameters = {
  folder: string;
  /** 0 takes any that is free. */
  port?: number;
  limits?: Partial<NodeLimits>;
  /** For how long a block is kept without a pin, and how often what is older is collected; in milliseconds. */
  graceMs?: number;
  collectEveryMs?: number;
  report?: (event: string, error: unknown) => void;
};

export type IpfsNode = {
  /** Of the RPC and of the gateway. */
  url: string;
  /** Removes garbage now. */
  collect(): Promise<void>;
  close(): Promise<void>;
};

const host = "127.0.0.1";
const usualLimits: NodeLimits = { fileBytes: 2 ** 32, files: 1000, silence: 60_000 };
const tenMinutes = 600_000;

/** An IPFS node that is on no network: Kubo's RPC and a trustless gateway on one port of this machine, above a folder. */
export async function createIpfsNode(parameters: CreateIpfsNodeParameters): Promise<IpfsNode> {
  const { folder, port = 5001, graceMs = tenMinutes, collectEveryMs = tenMinutes, report = () => {} } = parameters;
  const limits = { ...usualLimits, ...parameters.limits };
  const storage = await Storage.open({ folder, graceMs });
  const server = createServer({ requestTimeout: 0, headersTimeout: 10_000, keepAliveTimeout: 10_000 });
  server.timeout = limits.silence;
  server.maxConnections = 256;
  server.on("request", (request, response) => {
    serve({ storage, limits, request, response }).catch((error: unknown) => {
      response.destroy();
      report("an answer broke off", error);
    });
  });
  try {
    await listen(server, port);
  } catch (error) {
    await storage.close();
    throw error;
  }

  const collectOrReport = () => {
    storage.collect().catch((error: unknown) => report("garbage could not be collected", error));
  };
  collectOrReport();
  const timer = setInterval(collectOrReport, collectEveryMs);
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    collect: async () => void (await storage.collect()),
    async close() {
      clearInterval(timer);
      server.close();
      server.closeAllConnections();
      await storage.close();
    },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, host);
  await once(server, "listening");
}

async function serve(call: Omit<Call, "url">): Promise<void> {
  const { request, response } = call;
  try {
    const url = urlOf(request);
    if (url?.pathname.startsWith("/api/v0/")) await serveRpc({ ...call, url });
    else if (url?.pathname.startsWith("/ipfs/")) await serveGateway({ ...call, url });
    else answerError(response, new NodeError("there is nothing here but /api/v0/ and /ipfs/", 404));
  } finally {
    if (!request.complete) discard(request);
  }
}

function urlOf({ url = "/" }: IncomingMessage): URL | undefined {
  return URL.parse(url, "http://node") ?? undefined;
}

/** Who was refused while still sending gets a moment in which to read why. */
function discard(request: IncomingMessage): void {
  request.resume();
  setTimeout(() => request.complete || request.destroy(), 1000).unref();
}
