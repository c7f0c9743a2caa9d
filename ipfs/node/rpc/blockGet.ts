import type { Call } from "../Call.ts";
import { cidArgument } from "./options.ts";

export async function blockGet({ storage, response, url }: Call): Promise<void> {
  const cid = cidArgument(url.searchParams);
  const block = await storage.blocks.require(cid);
  const headers = { "Content-Type": "application/octet-stream", "X-Content-Type-Options": "nosniff" };
  response.writeHead(200, { ...headers, "Content-Length": block.length }).end(block);
}
