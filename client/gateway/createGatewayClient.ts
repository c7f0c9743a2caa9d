import { ClientError } from "../ClientError.ts";
import type { Signer } from "../Connection.ts";
import { wait } from "../wait.ts";
import { GatewayRefusal } from "./GatewayRefusal.ts";
import type { Patience } from "./Patience.ts";
import { type Answer, type AttemptParameters, attempt } from "./attempt.ts";
import { createSession } from "./createSession.ts";
import { isAway, mediaTypeOf, readRefusal } from "./readRefusal.ts";

export type Asking = {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** With its query. */
  path: string;
  headers?: Record<string, string>;
  /** A stream can be sent once only. */
  body?: AttemptParameters["body"];
  /** The media type of the answer; undefined where none is awaited. */
  accept?: "application/json" | "application/octet-stream" | "text/event-stream";
  /** Whether everybody may ask. */
  isPublic?: boolean;
  /** Whether asking twice does as much as asking once. */
  isRepeatable?: boolean;
  patience?: Patience;
  signal?: AbortSignal;
};

export type GatewayClient = {
  url: string;
  /** Asks, as the signer unless it is public; refusals are thrown. What `read` takes from the answer is asked for again with it. */
  ask<Result>(asking: Asking, read: (answer: Answer) => Promise<Result>): Promise<Result>;
};

export type CreateGatewayClientParameters = {
  gatewayUrl: string;
  signer: Signer;
  chainId: number;
  fetch?: typeof fetch;
  /** Less than a KiB in half a minute is silence, unless told otherwise; and so long JSON may take in all. */
  patience?: Patience;
  /** Before the first repetition, in milliseconds; then twice as long each time. */
  pause?: number;
};

export function createGatewayClient(parameters: CreateGatewayClientParameters): GatewayClient {
  const { fetch: fetcher = fetch, patience = { milliseconds: 30_000, bytes: 1024 }, pause = 300 } = parameters;
  const url = parameters.gatewayUrl.replace(/\/+$/, "");
  const session = createSession({ ...parameters, gatewayUrl: url, ask: askOpenly });

  function askOpenly<Result>(asking: Asking, read: Reading<Result>, token?: string): Promise<Result> {
    const canRepeat = (asking.isRepeatable ?? true) && !(asking.body instanceof ReadableStream);
    return repeated({ canRepeat, pause, signal: asking.signal }, () => once(asking, read, token));
  }

  async function once<Result>(asking: Asking, read: Reading<Result>, token: string | undefined): Promise<Result> {
    const { method = "GET", path, body, accept, signal } = asking;
    const headers = new Headers(asking.headers);
    if (accept !== undefined) headers.set("Accept", accept);
    if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
    const asked = { url: `${url}${path}`, method, headers, body, signal, fetch: fetcher };
    const all = accept === "application/json" ? { ...patience, bytes: Infinity } : patience;
    const answer = await attempt({ ...asked, patience: asking.patience ?? all });
    if (answer.status < 200 || answer.status > 299) throw await readRefusal(answer).finally(answer.discard);
    if (accept === undefined || mediaTypeOf(answer.headers) === accept) return read(answer);
    answer.discard();
    throw new ClientError("GatewayAnswerBroken", { detail: "media type" });
  }

  /** A session that has ended meanwhile is begun anew, once. */
  async function ask<Result>(asking: Asking, read: Reading<Result>): Promise<Result> {
    if (asking.isPublic) return askOpenly(asking, read);
    const token = await session.token();
    try {
      return await askOpenly(asking, read, token);
    } catch (error) {
      if (!(error instanceof GatewayRefusal && error.name === "SignInNeeded")) throw error;
      session.forget(token);
      if (asking.body instanceof ReadableStream) throw error;
      return askOpenly(asking, read, await session.token());
    }
  }

  return { url, ask };
}

type Reading<Result> = (answer: Answer) => Promise<Result>;

const mostAttempts = 3;
const mostSecondsWaited = 10;

type Repeating = { canRepeat: boolean; pause: number; signal: AbortSignal | undefined };

async function repeated<Result>(repeating: Repeating, work: () => Promise<Result>): Promise<Result> {
  const { canRepeat, pause, signal } = repeating;
  for (let attempts = 1; ; attempts++) {
    try {
      return await work();
    } catch (error) {
      const seconds = canRepeat && attempts < mostAttempts ? secondsBefore(error) : undefined;
      if (seconds === undefined || seconds > mostSecondsWaited) throw error;
      await wait(Math.max(seconds * 1000, pause * 2 ** (attempts - 1)), signal);
    }
  }
}

/** How long the gateway wishes us to wait; undefined where asking again does not help. */
function secondsBefore(error: unknown): number | undefined {
  if (error instanceof ClientError) {
    return error.name === "GatewayUnreachable" || error.name === "GatewayAnswerCut" ? 0 : undefined;
  }
  if (!(error instanceof GatewayRefusal)) return undefined;
  return isAway(error.status) ? (error.retryAfter ?? 0) : error.retryAfter;
}
