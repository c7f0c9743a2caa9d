import { type Address, type Hex, isAddressEqual, sha256, verifyTypedData } from "viem";
import { SealingError } from "../SealingError.ts";
import type { StaffSheet } from "./StaffSheet.ts";
import { staffSheetIn } from "./staffSheetBytes.ts";
import { staffSheetTypedData } from "./staffSheetTypedData.ts";

export type SignedStaffSheet = ReturnType<typeof staffSheetTypedData> & { address: Address; signature: Hex };

export type VerifyStaffSheetParameters = {
  bytes: Uint8Array;
  signature: Hex;
  /** Whose sheet it must be: one that has appointed its reader. */
  hospital: Address;
  chainId: number;
  staffRegistry: Address;
  /** Asks the chain whether a wallet that is a contract signed; without it such wallets are refused. */
  verifyOnChain?: (signed: SignedStaffSheet) => Promise<boolean>;
};

/** The sheet, once the hospital itself has signed these very bytes. */
export async function verifyStaffSheet(parameters: VerifyStaffSheetParameters): Promise<StaffSheet> {
  const { bytes, signature, hospital, chainId, staffRegistry, verifyOnChain } = parameters;
  const sheet = staffSheetIn(bytes);
  if (sheet === undefined) throw new SealingError("UnknownFormat", "not a staff sheet");
  const { at } = sheet;
  const typedData = staffSheetTypedData({ chainId, staffRegistry, hospital, content: sha256(bytes), at });
  const signed = { ...typedData, address: hospital, signature };
  const isSigned = isAddressEqual(sheet.hospital, hospital) && (await isSignedBy(signed, verifyOnChain));
  if (!isSigned) throw new SealingError("StaffSheetNotSigned");
  return sheet;
}

async function isSignedBy(
  signed: SignedStaffSheet,
  verifyOnChain: VerifyStaffSheetParameters["verifyOnChain"],
): Promise<boolean> {
  const isPlain = await verifyTypedData(signed).catch(() => false); // bytes that are no signature at all
  return isPlain || ((await verifyOnChain?.(signed)) ?? false);
}
