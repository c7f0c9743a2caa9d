import type { Address } from "viem";
import { createStore } from "../../session/createStore.ts";

/** Whose chart: as a grantee, a subject, and who that subject says they are. */
export type ClaimedPerson = { grantee: Address; subject: Address; name: string; birthDate: string };

const confirmed = createStore<ReadonlySet<string>>(new Set());

/** Asked again after a reload: to write it down would tell whoever uses this device next who was here. */
export function useIsConfirmed(person: ClaimedPerson): boolean {
  return confirmed.use().has(keyOf(person));
}

export function confirmPerson(person: ClaimedPerson): void {
  confirmed.set(new Set([...confirmed.get(), keyOf(person)]));
}

function keyOf({ grantee, subject, name, birthDate }: ClaimedPerson): string {
  return JSON.stringify([grantee.toLowerCase(), subject.toLowerCase(), name, birthDate]);
}
