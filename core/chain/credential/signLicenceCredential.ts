import type { Address, Hex, LocalAccount } from "viem";
import { licenceNumberHash } from "../licenceNumberHash.ts";
import { licenceCredentialTypedData } from "./licenceCredentialTypedData.ts";
import { type LicenceCredential, parseLicenceCredential } from "./parseLicenceCredential.ts";

export type SignLicenceCredentialParameters = {
  /** What is certified; its number is hashed here. */
  licence: Omit<LicenceCredential, "numberHash" | "board" | "signature">;
  /** The board's own secret, under which the register has the number. */
  boardKey: Uint8Array<ArrayBuffer>;
  clerk: Pick<LocalAccount, "address" | "signTypedData">;
  chainId: number;
  licenceRegistry: Address;
};

/** A board's clerk certifies what the register does not say. Refuses what nobody would accept. */
export async function signLicenceCredential(parameters: SignLicenceCredentialParameters): Promise<LicenceCredential> {
  const { licence, boardKey, clerk, chainId, licenceRegistry } = parameters;
  const { jurisdiction, kind, number } = licence;
  const unsigned = {
    ...licence,
    holder: licence.holder.toLowerCase() as Address,
    numberHash: await licenceNumberHash({ boardKey, jurisdiction, kind, number }),
    board: clerk.address.toLowerCase() as Address,
    signature: unsignedYet,
  };
  const credential = parseLicenceCredential(unsigned);
  const signature = await clerk.signTypedData(licenceCredentialTypedData({ credential, chainId, licenceRegistry }));
  return { ...credential, signature };
}

const unsignedYet: Hex = `0x${"00".repeat(65)}`;
