import type { Address, PublicClient } from "viem";
import type { AnchoredHead } from "#core/audit/AnchoredHead.ts";
import { auditLogAbi } from "#core/chain/abi/auditLogAbi.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";

export type ReadAnchoredHeadsParameters = {
  chain: Pick<PublicClient, "getContractEvents">;
  deployment: Deployment;
  gateway: Address;
};

/** All that a gateway has anchored, the oldest first. It grows with time, one in ten minutes at most, and by nobody's will. */
export async function readAnchoredHeads(parameters: ReadAnchoredHeadsParameters): Promise<AnchoredHead[]> {
  const { chain, deployment, gateway } = parameters;
  const events = await chain.getContractEvents({
    address: deployment.contracts.AuditLog,
    abi: auditLogAbi,
    eventName: "Anchored",
    args: { gateway },
    fromBlock: BigInt(deployment.block),
    strict: true,
  });
  return events.map(({ args: { head, count }, blockNumber }) => ({
    root: head,
    total: Number(count),
    block: Number(blockNumber),
  }));
}
