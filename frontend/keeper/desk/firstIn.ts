import type { GatewayClient } from "#client/gateway/createGatewayClient.ts";
import type { DeskOffer } from "#core/sealing/desk/DeskOffer.ts";
import { mailboxOf } from "./mailboxOf.ts";

export type FirstInParameters<Found> = {
  /** Undefined for a message that is passed over. */
  found(message: Uint8Array): Found | undefined;
  milliseconds: number;
  leaving?: AbortSignal;
};

/** The first in a mailbox that is what one waits for; undefined where its time ends before that. */
export async function firstIn<Found>(
  gateway: GatewayClient,
  offer: DeskOffer,
  { found, milliseconds, leaving }: FirstInParameters<Found>,
): Promise<Found | undefined> {
  const over = AbortSignal.timeout(milliseconds);
  const signal = leaving === undefined ? over : AbortSignal.any([leaving, over]);
  try {
    for await (const message of mailboxOf(gateway, offer).messages(signal)) {
      const result = found(message);
      if (result !== undefined) return result;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  leaving?.throwIfAborted();
  return undefined;
}
