import type { Hex } from "viem";

/** What a hospital's staff need to add to the charts that let the hospital add. Nothing in it opens anything. */
export type StaffSheet = {
  hospital: Hex;
  /** When the hospital made it, in Unix seconds: of two, the newer counts. */
  at: number;
  charts: StaffChart[];
};

export type StaffChart = {
  subject: Hex;
  epoch: number;
  /** Of that epoch: held against the chain before anything is sealed. */
  keyset: Uint8Array;
  /** Of the kinds that the patient lets the hospital add. */
  keys: { category: number; publicKey: Uint8Array }[];
  about: { name: string; birthDate: string };
};
