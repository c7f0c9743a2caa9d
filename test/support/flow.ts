import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const MiB = 2 ** 20;

/** More than a process should ever hold of it: what is dead piles up until the engine looks. */
export const flow = { size: 192 * MiB, mostHeld: 96 * MiB };

/** Bytes that are nowhere as a whole, and how many more of any kind this process held at most while they flowed. */
export function flowingBytes() {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  async function* chunks() {
    for (let at = 0; at < flow.size; at += 65_536) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      yield new Uint8Array(65_536).fill(at);
    }
  }
  return { chunks: chunks(), mostHeld: () => most };
}

/** A server that lets flow by what it is sent, and answers with this. */
export async function swallowingServer(answer: string) {
  const server = createServer((request, response) => {
    request.resume().on("end", () => response.writeHead(200, { "Content-Type": "application/json" }).end(answer));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
