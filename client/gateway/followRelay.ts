import type { Hex } from "viem";
import * as v from "valibot";
import { ClientError } from "../ClientError.ts";
import { wait } from "../wait.ts";
import { GatewayRefusal } from "./GatewayRefusal.ts";
import type { GatewayClient } from "./createGatewayClient.ts";
import { readEvents } from "./readEvents.ts";
import { readRelayState } from "./readRelayState.ts";
import { type RelayState, relayStateSchema } from "./relayStateSchema.ts";

export type FollowRelayParameters = { gateway: GatewayClient; digest: Hex; signal: AbortSignal };

/** What becomes of a message: told as it happens where the gateway can, asked for every second where it cannot. */
export async function* followRelay(parameters: FollowRelayParameters): AsyncGenerator<RelayState, void> {
  const { gateway, digest, signal } = parameters;
  const asking = { path: `/relay/${digest}`, isPublic: true, signal } as const;
  try {
    const events = { ...asking, accept: "text/event-stream", patience, isRepeatable: false } as const;
    const answer = await gateway.ask(events, async (it) => it);
    try {
      for await (const { data } of readEvents(answer.chunks)) yield stateIn(data);
    } finally {
      answer.discard();
    }
  } catch {
    signal.throwIfAborted();
  }
  for (;;) {
    await wait(betweenQuestions, signal);
    const state = await readRelayState(gateway, digest, signal).catch(orIsAway);
    if (state !== undefined) yield state;
  }
}

/** A gateway that is started again goes on with what it was brought, and so does one that cannot look just now. */
function orIsAway(error: unknown): undefined {
  const isAway = error instanceof ClientError && error.name !== "GatewayAnswerBroken";
  const canNotLook = error instanceof GatewayRefusal && (error.status >= 500 || error.status === 429);
  if (!isAway && !canNotLook) throw error;
}

const betweenQuestions = 1000;

/** A comment comes every quarter of a minute while nothing happens. */
const patience = { milliseconds: 45_000, bytes: 1 };

function stateIn(data: string): RelayState {
  try {
    return v.parse(relayStateSchema, JSON.parse(data));
  } catch {
    throw new ClientError("GatewayAnswerBroken", { detail: "relay event" });
  }
}
