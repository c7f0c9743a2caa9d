import { sha256, stringToBytes } from "viem";
import { canonicalJson } from "../../consent/canonicalJson.ts";
import type { AccessRequest } from "./accessRequestSchema.ts";

/** What the clinician's wallet signs: the request, with the credential as its hash. */
export function accessRequestTypedData(request: Omit<AccessRequest, "signature">) {
  const { chainId, consentRegistry, doctor, kind, keyId, credential, categories, until } = request;
  return {
    domain: { name: "Ownchart", version: "1", chainId, verifyingContract: consentRegistry },
    types: { AccessRequest: accessRequestMembers },
    primaryType: "AccessRequest",
    message: {
      doctor,
      kind,
      keyId,
      credential: sha256(stringToBytes(canonicalJson(credential))),
      categories,
      until: BigInt(until),
    },
  } as const;
}

const accessRequestMembers = [
  { name: "doctor", type: "address" },
  { name: "kind", type: "uint8" },
  { name: "keyId", type: "bytes32" },
  { name: "credential", type: "bytes32" },
  { name: "categories", type: "uint8[]" },
  { name: "until", type: "uint64" },
] as const;
