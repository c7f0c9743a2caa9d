/** Serves what it was given, and does nothing else: what Hono and Node need for the same bytes. */
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const kept = new Map<string, Uint8Array<ArrayBuffer>>();
const app = new Hono()
  .put("/:name", async ({ req, body }) => {
    kept.set(req.param("name"), new Uint8Array(await req.arrayBuffer()));
    return body(null, 201);
  })
  .get("/:name", ({ req, body }) =>
    body(kept.get(req.param("name"))!, 200, { "Content-Type": "application/octet-stream" }),
  );

const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
server.on("listening", () => console.log(`Bytes at http://127.0.0.1:${(server.address() as AddressInfo).port}`));
