import { isAddressEqual, zeroHash } from "viem";
import type { ChartChain } from "#core/chart/ChartServices.ts";
import type { ChainEvent } from "./createEventReader.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { isRotation } from "./isRotation.ts";
import { readChartState } from "./readChart.ts";
import { permissionsIn, readGrantState } from "./readGrants.ts";
import { type Sending, sendChange } from "./sendChange.ts";

type NewGrant = Parameters<ChartChain["grant"]>[0];

export async function grant(sending: Sending, signed: NewGrant): Promise<void> {
  const { chain } = sending;
  const { subject, grantee, read, contribute, validFrom, validUntil, termsHash: terms, epoch } = signed;
  const { nextKeysetHash: nextKeyset = zeroHash } = signed;
  const head = await chain.head();
  const [{ grantNonce }, { generation }] = await Promise.all([
    readGrantState({ chain, subject, grantee, at: head.number }),
    readChartState(chain, subject, head.number),
  ]);
  const given = { subject, grantee, read, contribute, validFrom, validUntil, terms, nextKeyset };
  const isDone = (events: ChainEvent[]) =>
    events.some((event) => isGrant(event, signed)) &&
    (nextKeyset === zeroHash || events.some((event) => isRotation(event, { from: epoch, nextKeyset })));
  await sendChange(sending, {
    name: "Grant",
    values: { ...given, grantNonce, generation, epoch, deadline: deadlineOf(chain, head) },
    about: subject,
    outcomeIn: (events) => isDone(events) || undefined,
  });
}

/** Its beginning may lie later than was signed: the contract grants nothing for the past. */
function isGrant(event: ChainEvent, { grantee, read, contribute, validUntil, termsHash }: NewGrant): boolean {
  if (event.eventName !== "Granted" || !isAddressEqual(event.args.grantee, grantee)) return false;
  const given = permissionsIn(event.args.permissions);
  const isSame = given.read === read && given.contribute === contribute && event.args.validUntil === validUntil;
  return isSame && event.args.terms === termsHash;
}
