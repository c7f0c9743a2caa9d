import { ClientError } from "../ClientError.ts";
import type { ClientErrorName } from "../clientErrorSentences.ts";
import type { Bring } from "./Change.ts";

export type BringByEitherParameters = {
  relay: Bring;
  /** Asks first whether it shall be: nobody pays without having said so. */
  paying: Bring;
};

/**
 * By a gateway, and where that does not bring it, at one's own cost: so no gateway stands between a patient and the end of a
 * share. A message that the gateway brings all the same is brought once; the chain refuses the second.
 */
export function bringByEither({ relay, paying }: BringByEitherParameters): Bring {
  return async (message) => {
    try {
      await relay(message);
    } catch (error) {
      if (!isAway(error)) throw error;
      await paying(message);
    }
  };
}

const away: ReadonlySet<string> = new Set<ClientErrorName>([
  "GatewayUnreachable",
  "GatewayAnswerCut",
  "GatewayAnswerBroken",
  "RelaySilent",
  "RelayFailed",
]);

/** A gateway's refusal is one of the contract's, or of its own means, which may not be ours. */
function isAway(error: unknown): boolean {
  if (error instanceof ClientError) return away.has(error.name);
  return error instanceof Error && ownMeans.has(error.name);
}

const ownMeans: ReadonlySet<string> = new Set([
  "RelayTooDear",
  "QuotaReached",
  "ChainUnreachable",
  "StorageUnreachable",
]);
