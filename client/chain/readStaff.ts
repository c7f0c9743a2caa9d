import type { Address } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { ClientChain, Head } from "./ClientChain.ts";
import { atOneBlock } from "./atOneBlock.ts";
import { mostAtOnce } from "./createClientChain.ts";
import { pagesOf } from "./pagesOf.ts";

/** A key that a hospital appointed and did not withdraw. */
export type Appointment = { hospital: Address; staff: Address; /** In Unix seconds. */ validUntil: number };

export type StaffMember = Appointment & { isInForce: boolean };

/** Whom a hospital has appointed and not withdrawn, also those whose time is over. */
export async function readStaff(chain: ClientChain, hospital: Address): Promise<StaffMember[]> {
  return atOneBlock(chain, async (head) => {
    const now = Math.max(head.time, chain.now());
    const events = await chain.eventsOf({ contract: "StaffRegistry", who: hospital, head });
    const staff = new Map<Address, Appointment>();
    for (const event of events) {
      if (event.eventName === "StaffAppointed") staff.set(event.args.staff, { ...event.args });
      else if (event.eventName === "StaffWithdrawn") staff.delete(event.args.staff);
    }
    return [...staff.values()].map(({ staff: address, validUntil }) => {
      return { hospital, staff: address, validUntil, isInForce: now < validUntil };
    });
  });
}

/**
 * The licensed hospitals for which somebody works now. Anybody can appoint anybody, at the price of a transaction, so only
 * the newest appointments are looked at, with a question each.
 */
export async function readWorkplaces(chain: ClientChain, staff: Address): Promise<Appointment[]> {
  return atOneBlock(chain, async (head) => {
    const now = Math.max(head.time, chain.now());
    const events = await chain.eventsOf({ contract: "StaffRegistry", who: staff, as: "second", head });
    const appointed = new Map<Address, Appointment>();
    for (const event of events) {
      if (event.eventName !== "StaffAppointed" && event.eventName !== "StaffWithdrawn") continue;
      appointed.delete(event.args.hospital);
      if (event.eventName === "StaffAppointed") appointed.set(event.args.hospital, { ...event.args });
    }
    const current = [...appointed.values()].filter(({ validUntil }) => now < validUntil);
    const found: Appointment[] = [];
    for (const page of pagesOf(current.toReversed().slice(0, mostCandidates), mostAtOnce)) {
      const areHospitals = await Promise.all(page.map(({ hospital }) => isHospital(chain, hospital, head)));
      found.push(...page.filter((_, place) => areHospitals[place]));
    }
    return found;
  });
}

async function isHospital({ client, deployment }: ClientChain, holder: Address, head: Head): Promise<boolean> {
  return client.readContract({
    address: deployment.contracts.LicenceRegistry,
    abi: contractAbis.LicenceRegistry,
    functionName: "isLicensed",
    args: [holder, hospitalKind],
    blockNumber: head.number,
  });
}

export const hospitalKind = 2;
const mostCandidates = 100;
