import type { Plugin } from "vitest/config";
import { listSharedOnDisk, readSharedOnDisk } from "../../test/support/sharedOnDisk.ts";

/** Serves tests in the browser what those in Node read from disk: files, and the names in a folder as JSON. */
export const sharedData: Plugin = {
  name: "shared-data",
  configureServer({ middlewares }) {
    middlewares.use("/shared", (request, response) => {
      answer(new URL(request.url!, "http://localhost").searchParams).then(
        (bytes) => response.writeHead(bytes === undefined ? 404 : 200).end(bytes),
        (error: Error) => response.writeHead(500).end(error.message),
      );
    });
  },
};

async function answer(wanted: URLSearchParams): Promise<Uint8Array | string | undefined> {
  const folder = wanted.get("folder");
  return folder === null ? readSharedOnDisk(wanted.get("file") ?? "") : JSON.stringify(await listSharedOnDisk(folder));
}
