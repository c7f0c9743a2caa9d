import { type Address, type Hex, getAddress } from "viem";
import { jurisdictionBytes } from "#core/chain/jurisdictionBytes.ts";
import type { ChainEvent } from "./createEventReader.ts";

export type LicenceStatus = "active" | "suspended" | "revoked";

/** A licence as the register's events tell it. */
export type RegisteredLicence = {
  holder: Address;
  kind: number;
  status: LicenceStatus;
  validFrom: number;
  validUntil: number;
  /** The keyed hash of its number. */
  numberHash: Hex;
  history: LicenceEvent[];
};

export type LicenceEvent = {
  did: "issued" | "renewed" | "suspended" | "reinstated" | "revoked";
  /** Until when, where that was said. */
  validUntil: number | undefined;
  transactionHash: Hex;
  blockHash: Hex;
};

/**
 * The licences of one board's jurisdiction, by what happened in the register, newest licence first. One that another board
 * gave the same holder later, after a revocation, is that board's from then on.
 */
export function licenceHistories(events: readonly ChainEvent[], jurisdiction: string): RegisteredLicence[] {
  const place = jurisdictionBytes(jurisdiction);
  const licences = new Map<string, RegisteredLicence>();
  for (const { eventName, args, transactionHash, blockHash } of events) {
    const happened = happenings[eventName];
    if (happened === undefined || !("holder" in args) || !("kind" in args)) continue;
    const key = `${args.holder}/${args.kind}`;
    const { did, status } = happened;
    const validUntil = "validUntil" in args ? Number(args.validUntil) : undefined;
    const event: LicenceEvent = { did, validUntil, transactionHash, blockHash };
    if (eventName === "LicenceIssued") {
      const before = licences.get(key);
      licences.delete(key);
      if (args.jurisdiction !== place) continue;
      licences.set(key, {
        holder: getAddress(args.holder),
        kind: args.kind,
        status: "active",
        validFrom: args.validFrom,
        validUntil: args.validUntil,
        numberHash: args.number,
        history: [...(before?.history ?? []), event],
      });
      continue;
    }
    const licence = licences.get(key);
    if (licence === undefined) continue;
    licence.history.push(event);
    licence.status = status;
    if (validUntil !== undefined) licence.validUntil = validUntil;
  }
  return [...licences.values()].toReversed();
}

const happenings: Record<string, { did: LicenceEvent["did"]; status: LicenceStatus } | undefined> = {
  LicenceIssued: { did: "issued", status: "active" },
  LicenceRenewed: { did: "renewed", status: "active" },
  LicenceSuspended: { did: "suspended", status: "suspended" },
  LicenceReinstated: { did: "reinstated", status: "active" },
  LicenceRevoked: { did: "revoked", status: "revoked" },
};
