import * as v from "valibot";
import type { BlobStore } from "#core/chart/ChartServices.ts";
import type { GatewayClient } from "./createGatewayClient.ts";
import { readJson } from "./readJson.ts";
import { countSchema } from "./schemas.ts";
import { readNothing } from "./readNothing.ts";

export type CreateBlobStoreParameters = {
  gateway: GatewayClient;
  /** Where bodies are read. */
  ipfsUrl: () => Promise<string>;
  fetch?: typeof fetch;
};

/** Bodies go to IPFS through the gateway, and come from IPFS, where every byte is compared with the CID. */
export function createBlobStore({ gateway, ipfsUrl, fetch: fetcher }: CreateBlobStoreParameters): BlobStore {
  async function put(body: ReadableStream<Uint8Array>, size: number): Promise<string> {
    const isStreamed = size > mostBytesCollected && canStream();
    if (isStreamed) await requireSession(gateway);
    const sent = isStreamed ? body : await new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
    const asking = {
      method: "PUT",
      path: "/blobs",
      body: sent,
      accept: "application/json",
      headers,
      patience,
    } as const;
    const { cid } = await gateway.ask(asking, (answer) => readJson(answer, storedSchema));
    return cid;
  }

  return {
    put,
    async get(cid) {
      // A list needs no bodies, and in a page should not wait for what reads them.
      const [{ getBody }, gatewayUrl] = await Promise.all([import("#ipfs/client/getBody.ts"), ipfsUrl()]);
      return getBody({ gatewayUrl, cid, ...(fetcher && { fetch: fetcher }) });
    },
  };
}

const headers = { "Content-Type": "application/octet-stream" };
/** IPFS may take a while to keep what has come. */
const patience = { milliseconds: 120_000, bytes: 1024 };
const storedSchema = v.object({ cid: v.pipe(v.string(), v.regex(/^[a-z2-7]{10,100}$/)), bytes: countSchema });

/** What is collected can be sent again after a cut; more than this is not worth the memory. */
const mostBytesCollected = 2 ** 22;

/** Browsers do not stream uploads over HTTP/1.1; they keep what is collected on disk if it is large. */
function canStream(): boolean {
  return navigator.userAgent.startsWith("Node.js");
}

/** A stream cannot be sent again after a sign-in, so that comes first. */
async function requireSession(gateway: GatewayClient): Promise<void> {
  await gateway.ask({ path: "/session", accept: "application/json" }, readNothing);
}
