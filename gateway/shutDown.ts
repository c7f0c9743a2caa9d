import type { Server } from "node:http";
import type { OpenGateway } from "./openGateway.ts";

export type ShutDownParameters = {
  server: Server;
  gateway: Pick<OpenGateway, "end" | "close">;
  /** What must have ended before the database is closed. */
  finishing?: Promise<unknown>;
  /** How long requests may still take, and then the database. */
  graceMilliseconds?: number;
};

/** Takes no new requests, lets streams and the last answers end, and closes the database. Over within twice the grace. */
export async function shutDown(parameters: ShutDownParameters): Promise<void> {
  const { server, gateway, finishing, graceMilliseconds = 2000 } = parameters;
  const closed = new Promise((resolve) => server.close(resolve));
  gateway.end();
  await withinGrace(Promise.all([closed, finishing]));
  server.closeAllConnections();
  await withinGrace(gateway.close());

  function withinGrace(done: Promise<unknown>): Promise<unknown> {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, graceMilliseconds);
    return Promise.race([done.catch(() => {}), late]).finally(() => clearTimeout(timer));
  }
}
