import type { Address } from "viem";

/** What a hospital does about those who work for it. */
export type KeepsStaff = {
  staff(): Promise<Staff>;
  /** Whether somebody could be sent keys: who has never come in cannot. */
  canReceiveKeys(address: Address): Promise<boolean>;
  appointStaff(appointment: NewStaff): Promise<void>;
  withdrawStaff(staff: Address): Promise<void>;
  /** To everybody whose appointment counts. */
  handOutKeys(): Promise<{ received: number; failed: Address[] }>;
};

export type NewStaff = {
  address: Address;
  /** For the hospital's own list, on this device. */
  name: string;
  /** In Unix seconds. */
  validUntil: number;
};

export type Staff = {
  members: StaffMember[];
  /** How many charts the hospital may add to now. */
  charts: number;
  /** Those that it may, and whose keys it has not got. */
  closed: number;
  /** When keys were last handed out from this device, in Unix seconds, and how many charts have come or changed since. */
  handedOut: { at: number; changed: number } | undefined;
};

export type StaffMember = {
  address: Address;
  name: string | undefined;
  validUntil: number;
  isInForce: boolean;
  /** Whether the keys that were last handed out from this device went here. */
  hasKeys: boolean;
};
