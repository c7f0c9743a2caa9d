import { ClientError } from "../ClientError.ts";
import type { Bring, SignedMessage } from "../chain/Change.ts";
import type { GatewayClient } from "./createGatewayClient.ts";
import { followRelay } from "./followRelay.ts";
import { readJson } from "./readJson.ts";
import { refusalOf } from "./refusalOf.ts";
import { type RelayState, relayStateSchema } from "./relayStateSchema.ts";

export type BringByRelayParameters = {
  gateway: GatewayClient;
  /** How long a relay may leave it open. */
  milliseconds?: number;
};

/**
 * Brings messages through a gateway, which pays. It is believed only in when to look: what it calls done is looked for on
 * chain by who sends, and so is what it refuses or never ends. The same message twice is one message.
 */
export function bringByRelay({ gateway, milliseconds = 120_000 }: BringByRelayParameters): Bring {
  return async (message) => {
    const signal = AbortSignal.timeout(milliseconds);
    try {
      for await (const state of statesOf(gateway, message, signal)) {
        if (isIncluded(state, message)) return;
      }
    } catch (error) {
      throw signal.aborted ? new ClientError("RelaySilent") : error;
    }
  };
}

async function* statesOf(gateway: GatewayClient, message: SignedMessage, signal: AbortSignal) {
  const { name, values, signature, digest } = message;
  const body = JSON.stringify({ name, values, signature }, (_, value: unknown) =>
    typeof value === "bigint" || typeof value === "number" ? String(value) : value,
  );
  const headers = { "Content-Type": "application/json" };
  const asking = { method: "POST", path: "/relay", headers, body, isPublic: true, signal } as const;
  yield await gateway.ask({ ...asking, accept: "application/json" }, (it) => readJson(it, relayStateSchema));
  yield* followRelay({ gateway, digest, signal });
}

function isIncluded({ digest, state, error }: RelayState, message: SignedMessage): boolean {
  if (digest !== message.digest) throw new ClientError("GatewayAnswerBroken", { detail: "another message" });
  if (state === "failed") throw error === undefined ? new ClientError("RelayFailed") : failureOf(error);
  return state === "included";
}

function failureOf(error: { name: string; title: string }): Error {
  const refusal = refusalOf({ ...error, status: 409 });
  return refusal.name === "UnknownRefusal" ? new ClientError("RelayFailed", { cause: refusal }) : refusal;
}
