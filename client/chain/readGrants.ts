import type { Address, Hex } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { ChainGrant } from "#core/chart/ChartServices.ts";
import { ClientError } from "../ClientError.ts";
import type { ClientChain } from "./ClientChain.ts";
import { atOneBlock } from "./atOneBlock.ts";
import type { ChainEvent } from "./createEventReader.ts";
import { mostAtOnce } from "./createClientChain.ts";
import { pagesOf } from "./pagesOf.ts";
import { readChartState } from "./readChart.ts";

type Granted = Extract<ChainEvent, { eventName: "Granted" }>;

/**
 * Every grant that is in force. Events say to whom and under which terms, the contract's state whether it stands. Costs a
 * question a grant that was not ended; the subject alone can make more of them.
 */
export async function readGrants(chain: ClientChain, subject: Address): Promise<ChainGrant[]> {
  return atOneBlock(chain, async (head) => {
    const [{ generation }, events] = await Promise.all([
      readChartState(chain, subject, head.number),
      chain.eventsOf({ contract: "ConsentRegistry", who: subject, head }),
    ]);
    const now = Math.max(head.time, chain.now());
    const grants: ChainGrant[] = [];
    for (const page of pagesOf(notEnded(events), mostAtOnce)) {
      const states = page.map(({ args: { grantee } }) => readGrantState({ chain, subject, grantee, at: head.number }));
      for (const [i, state] of (await Promise.all(states)).entries()) {
        const counts = state.generation === generation && state.validFrom <= now && now < state.validUntil;
        if (counts) grants.push(grantOf(page[i]!, state));
      }
    }
    return grants;
  });
}

export type GrantState = Awaited<ReturnType<typeof readGrantState>>;

export type ReadGrantStateParameters = { chain: ClientChain; subject: Address; grantee: Address; at: bigint };

export async function readGrantState({ chain, subject, grantee, at }: ReadGrantStateParameters) {
  const [validFrom, validUntil, generation, grantNonce, revokeNonce, permissions] = await chain.client.readContract({
    address: chain.deployment.contracts.ConsentRegistry,
    abi: contractAbis.ConsentRegistry,
    functionName: "grants",
    args: [subject, grantee],
    blockNumber: at,
  });
  return { validFrom, validUntil, generation, grantNonce, revokeNonce, ...permissionsIn(permissions), permissions };
}

/** The newest event of each grantee who was not revoked since. */
function notEnded(events: ChainEvent[]): Granted[] {
  const granted = new Map<Address, Granted>();
  for (const event of events) {
    if (event.eventName === "Granted") granted.set(event.args.grantee, event);
    else if (event.eventName === "Revoked") granted.delete(event.args.grantee);
    else if (event.eventName === "AllRevoked") granted.clear();
  }
  return [...granted.values()];
}

/** The terms stand in the event alone, so it must be the one that made this state. */
function grantOf({ args }: Granted, state: GrantState): ChainGrant {
  const { grantee, terms } = args;
  const { validFrom, validUntil, permissions, read, contribute } = state;
  const isItsEvent = args.validFrom === validFrom && args.validUntil === validUntil && args.permissions === permissions;
  if (!isItsEvent) throw new ClientError("ChainContradictsItself", { detail: "a grant" });
  return { grantee, read, contribute, validFrom, validUntil, termsHash: terms satisfies Hex };
}

export const [readPermission, contributePermission] = [1, 2];

export function permissionsIn(permissions: number): { read: boolean; contribute: boolean } {
  return { read: (permissions & readPermission) !== 0, contribute: (permissions & contributePermission) !== 0 };
}
