import { type Address, getAddress } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { ClientChain } from "./ClientChain.ts";
import { pagesOf } from "./pagesOf.ts";

export type LicensedAddress = { address: Address; kind: number };

/** Whoever has a licence that is in force now. Costs a reading of the register's events, and a question for each licence. */
export async function readRegister(chain: ClientChain): Promise<LicensedAddress[]> {
  const head = await chain.head();
  const issued = new Map<string, LicensedAddress>();
  for (const { eventName, args } of await chain.eventsOf({ contract: "LicenceRegistry", head })) {
    if (eventName !== "LicenceIssued") continue;
    issued.set(`${args.holder}/${args.kind}`, { address: getAddress(args.holder), kind: args.kind });
  }
  const inForce: LicensedAddress[] = [];
  for (const page of pagesOf([...issued.values()], atOnce)) {
    const answers = await Promise.all(page.map((licence) => isInForce(chain, licence, head.number)));
    inForce.push(...page.filter((_, place) => answers[place]));
  }
  return inForce;
}

function isInForce({ client, deployment }: ClientChain, { address, kind }: LicensedAddress, blockNumber: bigint) {
  return client.readContract({
    address: deployment.contracts.LicenceRegistry,
    abi: contractAbis.LicenceRegistry,
    functionName: "isLicensed",
    args: [address, kind],
    blockNumber,
  });
}

const atOnce = 100;
