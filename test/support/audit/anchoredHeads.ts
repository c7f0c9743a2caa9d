import type { Address } from "viem";
import { auditLogAbi } from "#core/chain/abi/auditLogAbi.ts";
import type { AnchoredHead } from "#core/audit/AnchoredHead.ts";
import type { LocalChain } from "../localChain.ts";

/** What somebody has anchored, as the chain's events say. */
export async function anchoredHeads({ client, deployment }: LocalChain, gateway: Address): Promise<AnchoredHead[]> {
  const events = await client.getContractEvents({
    address: deployment.contracts.AuditLog,
    abi: auditLogAbi,
    eventName: "Anchored",
    args: { gateway },
    fromBlock: 0n,
    strict: true,
  });
  return events.map(({ args, blockNumber }) => ({
    root: args.head,
    total: Number(args.count),
    block: Number(blockNumber),
  }));
}
