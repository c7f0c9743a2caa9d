import { ClientError } from "../ClientError.ts";
import type { Bring, SignedMessage } from "../chain/Change.ts";
import { wait } from "../wait.ts";
import type { GatewayClient } from "./createGatewayClient.ts";
import { followRelay } from "./followRelay.ts";
import { readJson } from "./readJson.ts";
import { refusalOf } from "./refusalOf.ts";
import { type RelayState, relayStateSchema } from "./relayStateSchema.ts";

export type BringByRelayParameters = {
  gateway: GatewayClient;
  /** How long a relay may leave it open. */
  milliseconds?: number;
  /** For how many milliseconds a message is brought again that got no answer. */
  patience?: number;
};

/**
 * Brings messages through a gateway, which pays. It is believed only in when to look: what it calls done is looked for on
 * chain by who sends, and so is what it refuses or never ends. The same message twice is one message.
 */
export function bringByRelay(parameters: BringByRelayParameters): Bring {
  const { gateway, milliseconds = 120_000, patience = 20_000 } = parameters;
  return async (message) => {
    const signal = AbortSignal.timeout(milliseconds);
    try {
      for await (const state of statesOf({ gateway, message, patience, signal })) {
        if (isIncluded(state, message)) return;
      }
    } catch (error) {
      throw signal.aborted ? new ClientError("RelaySilent") : error;
    }
  };
}

type StatesOf = { gateway: GatewayClient; message: SignedMessage; patience: number; signal: AbortSignal };

async function* statesOf({ gateway, message, patience, signal }: StatesOf) {
  const { name, values, signature, digest } = message;
  const body = JSON.stringify({ name, values, signature }, (_, value: unknown) =>
    typeof value === "bigint" || typeof value === "number" ? String(value) : value,
  );
  const headers = { "Content-Type": "application/json" };
  const asking = { method: "POST", path: "/relay", headers, body, isPublic: true, signal } as const;
  const bring = () => gateway.ask({ ...asking, accept: "application/json" }, (it) => readJson(it, relayStateSchema));
  yield await untilAnswered(bring, { patience, signal });
  yield* followRelay({ gateway, digest, signal });
}

/**
 * What got no answer may have been taken all the same, and would happen after it was called impossible. A gateway that is
 * started again is back within seconds.
 */
async function untilAnswered<Result>(
  bring: () => Promise<Result>,
  { patience, signal }: Pick<StatesOf, "patience" | "signal">,
): Promise<Result> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await bring();
    } catch (error) {
      const isLost = error instanceof ClientError && lost.has(error.name);
      if (!isLost || Date.now() >= end) throw error;
      await wait(betweenTries, signal);
    }
  }
}

const lost: ReadonlySet<string> = new Set(["GatewayUnreachable", "GatewayAnswerCut"]);
const betweenTries = 500;

function isIncluded({ digest, state, error }: RelayState, message: SignedMessage): boolean {
  if (digest !== message.digest) throw new ClientError("GatewayAnswerBroken", { detail: "another message" });
  if (state === "failed") throw error === undefined ? new ClientError("RelayFailed") : failureOf(error);
  return state === "included";
}

function failureOf(error: { name: string; title: string }): Error {
  const refusal = refusalOf({ ...error, status: 409 });
  return refusal.name === "UnknownRefusal" ? new ClientError("RelayFailed", { cause: refusal }) : refusal;
}
