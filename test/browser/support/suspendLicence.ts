import { createWalletClient, http } from "viem";
import { inject } from "vitest";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { type LicensedPerson, people } from "../../../scripts/seed/people.ts";
import { deploymentHere } from "./deploymentHere.ts";

/** The board suspends a licence; what comes back reinstates it. */
export async function suspendLicence({ account, kind }: LicensedPerson): Promise<() => Promise<void>> {
  const { contracts } = await deploymentHere();
  const board = createWalletClient({ account: people.boardMember.account, transport: http(inject("world").rpcUrl) });
  const call = async (functionName: "suspend" | "reinstate") => {
    const register = { address: contracts.LicenceRegistry, abi: contractAbis.LicenceRegistry, chain: null };
    await board.writeContract({ ...register, functionName, args: [account.address, kind] });
  };
  await call("suspend");
  return () => call("reinstate");
}
