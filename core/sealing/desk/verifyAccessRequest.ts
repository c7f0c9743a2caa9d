import { type Address, type Hex, verifyTypedData } from "viem";
import { SealingError } from "../SealingError.ts";
import type { AccessRequest } from "./accessRequestSchema.ts";
import { accessRequestTypedData } from "./accessRequestTypedData.ts";

export type SignedAccessRequest = ReturnType<typeof accessRequestTypedData> & { address: Address; signature: Hex };

export type VerifyAccessRequestParameters = {
  request: AccessRequest;
  /** Asks the chain whether a wallet that is a contract signed; without it such wallets are refused. */
  verifyOnChain?: (signed: SignedAccessRequest) => Promise<boolean>;
};

export async function verifyAccessRequest({ request, verifyOnChain }: VerifyAccessRequestParameters): Promise<void> {
  const { doctor: address, signature } = request;
  const signed = { ...accessRequestTypedData(request), address, signature };
  if (await isSignedByPlainAccount(signed)) return;
  if (await verifyOnChain?.(signed)) return;
  throw new SealingError("DeskRequestNotSigned");
}

async function isSignedByPlainAccount(signed: SignedAccessRequest): Promise<boolean> {
  if (signed.signature.length !== plainSignatureLength) return false;
  try {
    return await verifyTypedData(signed);
  } catch {
    return false; // 65 bytes that are no signature at all
  }
}

/** 65 bytes in hex. */
const plainSignatureLength = 2 + 2 * 65;
