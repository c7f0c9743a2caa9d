import { createMiddleware } from "hono/factory";
import type { Gateway } from "./Gateway.ts";
import { GatewayError } from "./GatewayError.ts";
import { StreamCutError } from "./StreamCutError.ts";

const streamed = /^(application\/octet-stream|text\/event-stream)/;

/**
 * The server prints whatever breaks a stream off, and an error of a database holds what was asked. It gets one of ours
 * instead.
 */
export function endStreamsQuietly(report: Gateway["report"]) {
  return createMiddleware(async (context, next) => {
    await next();
    const { body, headers } = context.res;
    if (body === null || !streamed.test(headers.get("Content-Type") ?? "")) return;
    context.res = new Response(quiet(body, report), context.res);
  });
}

function quiet(body: ReadableStream<Uint8Array>, report: Gateway["report"]): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let isLeft = false;
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (isLeft) return;
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          const isMeant = error instanceof StreamCutError;
          if (!isMeant) report("a stream broke off", error);
          controller.error(isMeant ? error : new GatewayError("Unexpected"));
        }
      },
      async cancel(reason) {
        isLeft = true; // whoever read it is gone, and nothing is wrong
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
