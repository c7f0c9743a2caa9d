import { type Address, type Hex, encodeFunctionData } from "viem";
import { jurisdictionBytes } from "#core/chain/jurisdictionBytes.ts";
import { licenceRegistryAbi } from "#core/chain/abi/licenceRegistryAbi.ts";

/** What a member of a board has the register do. */
export type LicenceCall =
  | {
      act: "issue";
      holder: Address;
      kind: number;
      jurisdiction: string;
      validFrom: number;
      validUntil: number;
      numberHash: Hex;
    }
  | { act: "renew"; holder: Address; kind: number; validUntil: number }
  | { act: "suspend" | "reinstate" | "revoke"; holder: Address; kind: number };

export function licenceCall(call: LicenceCall): Hex {
  const abi = licenceRegistryAbi;
  const { holder, kind } = call;
  switch (call.act) {
    case "issue": {
      const { jurisdiction, validFrom, validUntil, numberHash } = call;
      const args = [holder, kind, jurisdictionBytes(jurisdiction), validFrom, validUntil, numberHash] as const;
      return encodeFunctionData({ abi, functionName: "issue", args });
    }
    case "renew":
      return encodeFunctionData({ abi, functionName: "renew", args: [holder, kind, call.validUntil] });
    default:
      return encodeFunctionData({ abi, functionName: call.act, args: [holder, kind] });
  }
}
