import type { Address } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { ClientChain } from "./ClientChain.ts";

export type Licence = { kind: number; isInForce: boolean; validFrom: number; validUntil: number };

/** The licences that somebody was ever given, as they stand now. One question for each kind. */
export async function readLicences(chain: ClientChain, holder: Address): Promise<Licence[]> {
  const { number: blockNumber } = await chain.head();
  const register = { address: chain.deployment.contracts.LicenceRegistry, abi: contractAbis.LicenceRegistry };
  const found = await Promise.all(
    licenceKinds.map(async (kind) => {
      const asking = { ...register, args: [holder, kind] as const, blockNumber };
      const [[status, validFrom, validUntil], isInForce] = await Promise.all([
        chain.client.readContract({ ...asking, functionName: "licences" }),
        chain.client.readContract({ ...asking, functionName: "isLicensed" }),
      ]);
      return { status, licence: { kind, isInForce, validFrom, validUntil } };
    }),
  );
  return found.filter(({ status }) => status !== 0).map(({ licence }) => licence);
}

/** Physician, Pharmacist, Hospital, Researcher. */
const licenceKinds = [0, 1, 2, 3] as const;
