import { isAddressEqual } from "viem";
import { ChainError } from "#core/chain/ChainError.ts";
import type { ChartChain } from "#core/chart/ChartServices.ts";
import type { ChainEvent } from "./createEventReader.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { isRotation } from "./isRotation.ts";
import { readGrantState } from "./readGrants.ts";
import { type Sending, sendChange } from "./sendChange.ts";

type Revocation = Parameters<ChartChain["revoke"]>[0];

/** Another device that revokes in the same moment uses up the nonce, and may grant anew: then it is signed once more. */
export async function revoke(sending: Sending, revocation: Revocation): Promise<{ isRotated: boolean }> {
  try {
    return await revokeOnce(sending, revocation);
  } catch (error) {
    if (!(error instanceof ChainError && error.name === "ConsentNonceStale")) throw error;
    return revokeOnce(sending, revocation);
  }
}

async function revokeOnce(sending: Sending, revocation: Revocation): Promise<{ isRotated: boolean }> {
  const { chain } = sending;
  const { subject, grantee, epoch, nextKeysetHash: nextKeyset } = revocation;
  const head = await chain.head();
  const { revokeNonce } = await readGrantState({ chain, subject, grantee, at: head.number });
  return sendChange(sending, {
    name: "Revoke",
    values: { subject, grantee, nextKeyset, revokeNonce, epoch, deadline: deadlineOf(chain, head) },
    about: subject,
    outcomeIn: (events) => outcomeIn(events, revocation),
  });
}

/** Only an epoch that began with the revocation itself is one that the former grantee cannot have keys of. */
function outcomeIn(events: ChainEvent[], { grantee, epoch, nextKeysetHash: nextKeyset }: Revocation) {
  const revoked = events.find((it) => it.eventName === "Revoked" && isAddressEqual(it.args.grantee, grantee));
  if (revoked === undefined) return undefined;
  const together = events.filter(({ transactionHash }) => transactionHash === revoked.transactionHash);
  return { isRotated: together.some((event) => isRotation(event, { from: epoch, nextKeyset })) };
}
