import { type Address, type Hex, bytesToHex, sha256 } from "viem";
import { appointStaff } from "#client/chain/appointStaff.ts";
import { type StaffMember as Appointed, readStaff } from "#client/chain/readStaff.ts";
import { withdrawStaff } from "#client/chain/withdrawStaff.ts";
import type { FullConnection } from "#client/connect.ts";
import { addableCharts } from "#client/staff/addableCharts.ts";
import { handOutSheet } from "#client/staff/handOutSheet.ts";
import type { Holder } from "#core/chart/Holder.ts";
import type { StaffChart } from "#core/sealing/staff/StaffSheet.ts";
import type { VisitStore } from "../visits/VisitStore.ts";
import type { KeepsStaff } from "./KeepsStaff.ts";
import { createNotes } from "./createNotes.ts";

/** What a hospital's device remembers of its staff: the chain has no names, and nobody else the sheets. */
type StaffNotes = {
  names: Record<string, string>;
  handedOut?: { at: number; charts: Record<string, Hex>; to: string[] };
};

export type CreateStaffKeeperParameters = { holder: () => Holder; connection: FullConnection; store: VisitStore };

export function createStaffKeeper({ holder, connection, store }: CreateStaffKeeperParameters): KeepsStaff {
  const notes = createNotes<StaffNotes>(holder, store);
  const noted = async () => (await notes.read(form)) ?? { names: {} };
  const { clientChain: chain, sending } = connection;

  return {
    async staff() {
      const [{ names, handedOut }, members, { charts, closed }] = await Promise.all([
        noted(),
        readStaff(chain, holder().address),
        addableCharts(holder(), connection),
      ]);
      return {
        members: members.map(({ staff: address, validUntil, isInForce }) => ({
          address,
          name: names[address.toLowerCase()],
          validUntil,
          isInForce,
          hasKeys: handedOut?.to.includes(address.toLowerCase()) ?? false,
        })),
        charts: charts.length,
        closed: closed.length,
        handedOut: handedOut && { at: handedOut.at, changed: changedSince(handedOut.charts, charts) },
      };
    },
    canReceiveKeys: async (address) => (await holder().services.chain.publishedKey(address)) !== undefined,
    async appointStaff({ address: staff, name, validUntil }) {
      const before = await noted();
      await notes.write(form, { ...before, names: { ...before.names, [staff.toLowerCase()]: name } });
      await appointStaff(sending, { hospital: holder().address, staff, validUntil });
    },
    withdrawStaff: (staff) => withdrawStaff(sending, { hospital: holder().address, staff }),
    async handOutKeys() {
      const [members, { charts }] = await Promise.all([
        readStaff(chain, holder().address),
        addableCharts(holder(), connection),
      ]);
      const staff = inForce(members);
      const { at, received, failed } = await handOutSheet({ holder: holder(), connection, charts, staff });
      const to = received.map((address) => address.toLowerCase());
      await notes.write(form, { ...(await noted()), handedOut: { at, charts: marksOf(charts), to } });
      return { received: received.length, failed: failed.map(({ staff: address }) => address) };
    },
  };
}

const form = "staff";

function inForce(members: readonly Appointed[]): Address[] {
  return members.filter(({ isInForce }) => isInForce).map(({ staff }) => staff);
}

/** By which one sees that a chart's keys, or what may be added to it, are others than they were. */
function marksOf(charts: readonly StaffChart[]): Record<string, Hex> {
  return Object.fromEntries(
    charts.map(({ subject, epoch, keyset, keys, about }) => {
      const kinds = keys.map(({ category }) => category);
      return [subject, sha256(new TextEncoder().encode(JSON.stringify([epoch, bytesToHex(keyset), kinds, about])))];
    }),
  );
}

/** Charts that have come, ended, or are under other keys than when keys were handed out. */
function changedSince(before: Record<string, Hex>, charts: readonly StaffChart[]): number {
  const now = marksOf(charts);
  const all = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...all].filter((subject) => before[subject] !== now[subject]).length;
}
