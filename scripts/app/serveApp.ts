import { once } from "node:events";
import { type ServerType, createAdaptorServer } from "@hono/node-server";
import { takenPort } from "../start/takenPort.ts";
import { type AppServerParameters, createAppServer } from "./createAppServer.ts";

export type ServeAppParameters = AppServerParameters & { port: number };

export type ServedApp = { url: string; end(): Promise<void> };

/** A browser may take either for localhost, and passkeys work under that name alone. */
const hosts = ["127.0.0.1", "::1"] as const;

/** Serves a build of the app on this machine. */
export async function serveApp({ port, ...parameters }: ServeAppParameters): Promise<ServedApp> {
  const { fetch } = createAppServer(parameters);
  const servers: ServerType[] = [];
  const end = async () => {
    for (const server of servers) {
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
    }
  };
  for (const host of hosts) {
    const server = createAdaptorServer({ fetch });
    try {
      await once(server.listen(port, host), "listening");
      servers.push(server);
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (host === "::1" && !isTaken) continue; // a machine without IPv6
      await end();
      throw isTaken ? new Error(takenPort(port, "OWNCHART_APP_PORT")) : error;
    }
  }
  return { url: `http://localhost:${port}`, end };
}
