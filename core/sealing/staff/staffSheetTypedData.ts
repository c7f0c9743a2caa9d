import type { Address, Hex } from "viem";

export type StaffSheetSigned = {
  chainId: number;
  staffRegistry: Address;
  hospital: Address;
  /** SHA-256 of the sheet's bytes. */
  content: Hex;
  at: number;
};

/** What a hospital signs, once for all of its staff: whoever could forge a name could put records into the wrong chart. */
export function staffSheetTypedData({ chainId, staffRegistry, hospital, content, at }: StaffSheetSigned) {
  return {
    domain: { name: "Ownchart", version: "1", chainId, verifyingContract: staffRegistry },
    types: { StaffSheet: members },
    primaryType: "StaffSheet",
    message: { hospital, content, at: BigInt(at) },
  } as const;
}

const members = [
  { name: "hospital", type: "address" },
  { name: "content", type: "bytes32" },
  { name: "at", type: "uint64" },
] as const;
