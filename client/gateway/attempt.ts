import { chunksOf } from "#core/sealing/body/chunksOf.ts";
import { toStream } from "#core/sealing/body/toStream.ts";
import { ClientError } from "../ClientError.ts";
import type { Patience } from "./Patience.ts";
import { patienceOf } from "./patienceOf.ts";

export type AttemptParameters = {
  url: string;
  method: string;
  headers: Headers;
  body?: string | Blob | ReadableStream<Uint8Array> | undefined;
  patience: Patience;
  fetch: typeof fetch;
  signal?: AbortSignal | undefined;
};

/** An answer whose bytes come as they are taken; whoever does not take all of them says so. */
export type Answer = {
  status: number;
  headers: Headers;
  chunks: AsyncGenerator<Uint8Array, void>;
  discard(): void;
};

/** Asks once. Redirects are not followed, since the token would go along; cookies are neither sent nor kept. */
export async function attempt(parameters: AttemptParameters): Promise<Answer> {
  const { url, method, headers, body, fetch: fetcher, signal } = parameters;
  const ending = new AbortController();
  const patience = patienceOf(forSending(parameters), () => discard());
  const sending: Sending = body instanceof ReadableStream ? sentOf(body, patience.came) : { body };
  const discard = () => {
    ending.abort();
    sending.stop?.();
  };
  const init: RequestInit & { duplex?: "half" } = {
    method,
    headers,
    ...(sending.body !== undefined && { body: sending.body as BodyInit }),
    redirect: "manual",
    ...(body instanceof ReadableStream && flowing),
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
    signal: signal ? AbortSignal.any([signal, ending.signal]) : ending.signal,
  };
  const response = await patience.during(fetcher(url, init)).catch(() => {
    discard();
    signal?.throwIfAborted();
    if (sending.failure !== undefined) throw sending.failure;
    throw new ClientError("GatewayUnreachable");
  });
  if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
    discard();
    throw new ClientError("GatewayAnswerBroken", { detail: "a redirect" });
  }
  return {
    status: response.status,
    headers: response.headers,
    chunks: received(response, parameters, ending),
    discard,
  };
}

/** Redirected or in a window, Node would keep a second copy of all that flows, to send it again. */
const flowing = { duplex: "half", redirect: "error", window: null } as const;

/** What is sent in one piece tells nothing on its way: it is given the time that a slow line takes. */
function forSending({ body, patience }: AttemptParameters): Patience {
  const extra = body instanceof Blob ? body.size / slowestBytesPerMillisecond : 0;
  return { bytes: leastBytesSent, milliseconds: patience.milliseconds + extra };
}

const leastBytesSent = 1024;
const slowestBytesPerMillisecond = 16;

async function* received(
  response: Response,
  { patience: { milliseconds, bytes }, signal }: AttemptParameters,
  ending: AbortController,
): AsyncGenerator<Uint8Array, void> {
  const patience = patienceOf({ milliseconds, bytes }, () => ending.abort());
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await patience.during(reader.read());
      if (done) break;
      patience.came(value.length);
      yield value;
    }
    isDone = true;
  } catch {
    signal?.throwIfAborted();
    throw new ClientError("GatewayAnswerCut");
  } finally {
    if (!isDone) ending.abort();
  }
}

type Sending = {
  body: AttemptParameters["body"];
  /** Why the source broke off. */
  failure?: unknown;
  stop?: () => void;
};

/**
 * Tells what is on its way, and remembers why a source broke off, which `fetch` would not say. Stopping is ours to do too:
 * what was refused while it was on its way would go on being sent.
 */
function sentOf(source: ReadableStream<Uint8Array>, came: (bytes: number) => void): Sending {
  const reader = source.getReader();
  let isStopped = false;
  async function* counted() {
    try {
      for await (const chunk of chunksOf(reader)) {
        came(chunk.length);
        yield chunk;
      }
    } catch (failure) {
      sending.failure = failure;
      throw failure;
    }
    if (isStopped) throw new ClientError("GatewayUnreachable");
  }
  const sending: Sending = {
    body: toStream(counted(), (reason) => reader.cancel(reason)),
    stop() {
      isStopped = true;
      reader.cancel().catch(() => {}); // it has ended by itself, with a reason of its own
    },
  };
  return sending;
}
