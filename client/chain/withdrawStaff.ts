import { type Address, isAddressEqual } from "viem";
import { readAppointmentState } from "./appointStaff.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { type Sending, sendChange } from "./sendChange.ts";

/** Ends whatever appointment a key has from a hospital, from the next block on. */
export async function withdrawStaff(sending: Sending, parties: { hospital: Address; staff: Address }): Promise<void> {
  const { chain } = sending;
  const head = await chain.head();
  const { withdrawNonce } = await readAppointmentState(chain, { ...parties, at: head.number });
  await sendChange(sending, {
    name: "Withdraw",
    values: { ...parties, withdrawNonce, deadline: deadlineOf(chain, head) },
    about: parties.hospital,
    outcomeIn: (events) =>
      events.some((event) => event.eventName === "StaffWithdrawn" && isAddressEqual(event.args.staff, parties.staff)) ||
      undefined,
  });
}
