import type { IncomingMessage } from "node:http";
import { answerError } from "./answerJson.ts";
import type { Call } from "./Call.ts";
import { NodeError } from "./NodeError.ts";
import { commands } from "./rpc/commands.ts";

/** Kubo's RPC, for programs of this machine. */
export async function serveRpc(call: Call): Promise<void> {
  const { request, response, url } = call;
  try {
    refuseBrowsers(request);
    const command = commands.get(url.pathname.slice("/api/v0/".length));
    if (command === undefined) throw new NodeError("command not found", 404);
    if (request.method !== "POST") throw new NodeError("commands are sent by POST", 405);
    await command(call);
  } catch (error) {
    if (response.headersSent) throw error;
    answerError(response, error);
  }
}

/** Any page that somebody looks at could otherwise send commands to the node on their machine. */
function refuseBrowsers({ headers, socket }: IncomingMessage): void {
  const own = ["127.0.0.1", "localhost"].map((host) => `http://${host}:${socket.localPort}`);
  const { origin, referer } = headers;
  const isOwn = (it: string) => own.some((each) => it === each || it.startsWith(`${each}/`));
  const isForeign = [origin, referer].some((it) => it !== undefined && !isOwn(it));
  if (isForeign || headers["sec-fetch-site"] === "cross-site") throw new NodeError("403 - Forbidden", 403);
}
