import { type Address, isAddressEqual } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { ClientChain } from "./ClientChain.ts";
import type { ChainEvent } from "./createEventReader.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { type Sending, sendChange } from "./sendChange.ts";

export type NewAppointment = { hospital: Address; staff: Address; /** In Unix seconds. */ validUntil: number };

/** Lets a key work for a hospital, in the place of whatever appointment it had. */
export async function appointStaff(sending: Sending, { hospital, staff, validUntil }: NewAppointment): Promise<void> {
  const { chain } = sending;
  const head = await chain.head();
  const { appointNonce } = await readAppointmentState(chain, { hospital, staff, at: head.number });
  const isIt = (event: ChainEvent) =>
    event.eventName === "StaffAppointed" &&
    isAddressEqual(event.args.staff, staff) &&
    event.args.validUntil === validUntil;
  await sendChange(sending, {
    name: "Appoint",
    values: { hospital, staff, validUntil, appointNonce, deadline: deadlineOf(chain, head) },
    about: hospital,
    outcomeIn: (events) => events.some(isIt) || undefined,
  });
}

type Asked = { hospital: Address; staff: Address; at: bigint };

export async function readAppointmentState({ client, deployment }: ClientChain, { hospital, staff, at }: Asked) {
  const [validUntil, appointNonce, withdrawNonce] = await client.readContract({
    address: deployment.contracts.StaffRegistry,
    abi: contractAbis.StaffRegistry,
    functionName: "appointments",
    args: [hospital, staff],
    blockNumber: at,
  });
  return { validUntil, appointNonce, withdrawNonce };
}
