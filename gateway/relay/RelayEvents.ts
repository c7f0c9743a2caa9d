import { EventEmitter } from "node:events";

/**
 * What this process tells itself at once instead of finding it in the database a little later: that something was queued,
 * and, by its key, that a transaction has changed.
 */
export type RelayEvents = EventEmitter;

export const queuedEvent = "queued";

export function createRelayEvents(): RelayEvents {
  return new EventEmitter().setMaxListeners(0);
}
