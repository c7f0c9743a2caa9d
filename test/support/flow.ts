import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const MiB = 2 ** 20;

/** A sixth of it is far more than buffers on the way, and far less than a whole. */
export const flow = { size: 192 * MiB, mostHeld: 32 * MiB };

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function bytesHeld(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

/** Bytes that are nowhere as a whole, and how many more of any kind this process held at most while they flowed. */
export function flowingBytes() {
  const before = bytesHeld();
  let most = 0;
  async function* chunks() {
    for (let at = 0; at < flow.size; at += 65_536) {
      if (at % (8 * MiB) === 0) most = Math.max(most, bytesHeld() - before);
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
