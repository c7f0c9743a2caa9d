import { type Address, verifyTypedData } from "viem";
import { licenceCredentialTypedData } from "./licenceCredentialTypedData.ts";
import type { LicenceCredential } from "./parseLicenceCredential.ts";

export type IsSignedByItsBoardParameters = {
  credential: LicenceCredential;
  chainId: number;
  licenceRegistry: Address;
};

/** Whether the clerk whom a credential names signed it; whether that one sits on the board is for the chain to say. */
export async function isSignedByItsBoard(parameters: IsSignedByItsBoardParameters): Promise<boolean> {
  const { board: address, signature } = parameters.credential;
  return verifyTypedData({ ...licenceCredentialTypedData(parameters), address, signature }).catch(() => false);
}
