import type { Server } from "node:http";
import type { Socket } from "node:net";
import { serve } from "@hono/node-server";
import type { Configuration } from "./configuration.ts";
import { createSlots } from "./limits/createSlots.ts";
import { networkOf } from "./limits/networkAddressOf.ts";

export type StartServerParameters = {
  app: { fetch: Parameters<typeof serve>[0]["fetch"] };
  configuration: Pick<Configuration, "host" | "port" | "isBehindProxy">;
};

const seconds = 1000;

/** A large upload over a slow line takes hours and is welcome; a connection on which nothing flows is not. */
const silence = 60 * seconds;
const longestUpload = 6 * 3600 * seconds;

const mostConnections = { ofOne: 512, ofAll: 4096 };

export function startServer({ app, configuration }: StartServerParameters): Server {
  const { host: hostname, port, isBehindProxy } = configuration;
  const serverOptions = {
    maxHeaderSize: 16_384,
    headersTimeout: 10 * seconds,
    requestTimeout: longestUpload,
    keepAliveTimeout: 15 * seconds,
    connectionsCheckingInterval: 5 * seconds,
  };
  const server = serve({ fetch: app.fetch, hostname, port, serverOptions }) as Server;
  server.setTimeout(silence);
  server.maxConnections = mostConnections.ofAll;
  if (!isBehindProxy) server.on("connection", limitConnections());
  return server;
}

/** One network must not hold all connections. A proxy is one network, and limits them itself. */
function limitConnections() {
  const slots = createSlots(mostConnections);
  return (socket: Socket) => {
    const release = slots.take(networkOf(socket.remoteAddress ?? ""));
    if (release === undefined) socket.destroy();
    else socket.once("close", release);
  };
}
