import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { StreamCutError } from "../StreamCutError.ts";

/**
 * Answers with bytes as they are read, never ahead of the reader. A refusal that comes before the first of them is thrown,
 * as any other; one that comes later cuts the stream, so that its end is missing.
 */
export async function streamFrames(
  { report }: Pick<Gateway, "report">,
  frames: AsyncGenerator<Uint8Array, void>,
): Promise<Response> {
  let waiting: IteratorResult<Uint8Array, void> | undefined = await frames.next();
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = waiting ?? (await frames.next().catch(cut));
        waiting = undefined;
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await frames.return();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(stream, { headers: { "Content-Type": "application/octet-stream", "Cache-Control": "no-store" } });

  /** Servers print what a stream breaks off with, so it must hold nothing of the request. */
  function cut(error: unknown): never {
    if (!(error instanceof GatewayError)) report("stream", error);
    throw new StreamCutError();
  }
}
