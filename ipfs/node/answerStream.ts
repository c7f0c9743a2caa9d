import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Answers piece by piece, as fast as it is read. Once begun, an error can only be told by breaking off. */
export async function answerStream(
  response: ServerResponse,
  headers: OutgoingHttpHeaders,
  pieces: AsyncGenerator<Uint8Array | string, void>,
): Promise<void> {
  const first = await pieces.next();
  response.writeHead(200, headers);
  if (first.done) return void response.end();

  async function* all() {
    try {
      yield first.value!;
      yield* pieces;
    } finally {
      await pieces.return();
    }
  }
  await pipeline(Readable.from(all(), { objectMode: true, highWaterMark: 1 }), response);
}
