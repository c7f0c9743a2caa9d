import type { Address } from "viem";
import type { LicenceCredential } from "./parseLicenceCredential.ts";

export type LicenceCredentialTypedDataParameters = {
  credential: Omit<LicenceCredential, "board" | "signature">;
  chainId: number;
  licenceRegistry: Address;
};

/** What a board's clerk signs: good for one register on one chain. */
export function licenceCredentialTypedData(parameters: LicenceCredentialTypedDataParameters) {
  const { chainId, licenceRegistry } = parameters;
  const { holder, kind, jurisdiction, name, speciality, number, numberHash, issuedAt } = parameters.credential;
  return {
    domain: { name: "Ownchart", version: "1", chainId, verifyingContract: licenceRegistry },
    types: { LicenceCredential: members },
    primaryType: "LicenceCredential",
    message: { holder, kind, jurisdiction, name, speciality, number, numberHash, issuedAt: BigInt(issuedAt) },
  } as const;
}

const members = [
  { name: "holder", type: "address" },
  { name: "kind", type: "uint8" },
  { name: "jurisdiction", type: "string" },
  { name: "name", type: "string" },
  { name: "speciality", type: "string" },
  { name: "number", type: "string" },
  { name: "numberHash", type: "bytes32" },
  { name: "issuedAt", type: "uint64" },
] as const;
