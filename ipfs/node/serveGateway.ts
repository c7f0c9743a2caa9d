import type { OutgoingHttpHeaders } from "node:http";
import type { CID } from "multiformats/cid";
import { parseCid } from "../dag/parseCid.ts";
import { nodeErrorOf } from "./answerJson.ts";
import { answerStream } from "./answerStream.ts";
import type { Call } from "./Call.ts";
import { carOf } from "./carOf.ts";
import { NodeError } from "./NodeError.ts";

type Format = "raw" | "car";

/** Pages of other sites may read: they have to know the CID, and what lies under it is sealed. */
const forReaders = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
  "Access-Control-Allow-Headers": "Content-Type, Range, User-Agent, X-Requested-With",
  "Access-Control-Expose-Headers": "Content-Length, Content-Range, X-Ipfs-Path, X-Ipfs-Roots",
  "Access-Control-Max-Age": "86400",
};

/** The trustless gateway: blocks and CARs, which whoever reads them can check. */
export async function serveGateway(call: Call): Promise<void> {
  const { request, response } = call;
  for (const [name, value] of Object.entries(forReaders)) response.setHeader(name, value);
  try {
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    if (request.method !== "GET" && request.method !== "HEAD") throw new NodeError("Blocks are read by GET.", 405);
    await answer(call);
  } catch (error) {
    if (response.headersSent) throw error;
    const { message, status } = nodeErrorOf(error);
    response.writeHead(status, { "Content-Type": "text/plain", "Cache-Control": "no-store" }).end(`${message}\n`);
  }
}

async function answer({ storage, request, response, url }: Call): Promise<void> {
  const cid = cidIn(url.pathname);
  const format = formatOf(url, request.headers.accept ?? "");
  const scope = url.searchParams.get("dag-scope") ?? "all";
  if (!["block", "entity", "all"].includes(scope)) throw new NodeError("dag-scope is block, entity or all.", 400);
  const size = await storage.blocks.size(cid);
  if (size === undefined) throw new NodeError("This block is not here.", 404);

  const headers = headersOf(cid, format, scope);
  if (request.headers["if-none-match"] === headers.ETag) return void response.writeHead(304, headers).end();
  if (format === "car") {
    if (request.method === "HEAD") return void response.writeHead(200, headers).end();
    return answerStream(response, headers, carOf({ blocks: storage.blocks, root: cid, scope: scope as "all" }));
  }
  if (request.method === "HEAD") return void response.writeHead(200, { ...headers, "Content-Length": size }).end();
  const block = await storage.blocks.require(cid);
  response.writeHead(200, { ...headers, "Content-Length": block.length }).end(block);
}

function cidIn(path: string): CID {
  try {
    return parseCid(path.slice("/ipfs/".length));
  } catch {
    throw new NodeError("After /ipfs/ a CID is needed, of raw or dag-pb bytes under sha2-256, and no path.", 400);
  }
}

function formatOf(url: URL, accept: string): Format {
  const asked = url.searchParams.get("format");
  if (asked === "raw" || asked === "car") return asked;
  const accepted = /application\/vnd\.ipld\.(raw|car)\b/.exec(accept)?.[1];
  if (asked === null && accepted !== undefined) return accepted as Format;
  throw new NodeError(
    "This gateway gives blocks, ?format=raw, and CARs, ?format=car, and makes no files of them.",
    406,
  );
}

function headersOf(cid: CID, format: Format, scope: string): OutgoingHttpHeaders & { ETag: string } {
  const parameters = format === "car" ? "; version=1; order=dfs; dups=y" : "";
  return {
    "Content-Type": `application/vnd.ipld.${format}${parameters}`,
    "Content-Disposition": `attachment; filename="${cid}.${format === "raw" ? "bin" : "car"}"`,
    "X-Content-Type-Options": "nosniff",
    "X-Ipfs-Path": `/ipfs/${cid}`,
    "X-Ipfs-Roots": cid.toString(),
    "Cache-Control": "public, max-age=29030400, immutable",
    Vary: "Accept",
    ETag: format === "raw" ? `"${cid}.raw"` : `"${cid}.car.${scope}"`,
  };
}
