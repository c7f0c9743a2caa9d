import type { Circumstances } from "./Circumstances.ts";
import { CommandError } from "./CommandError.ts";
import type { Context } from "./Context.ts";

/** Which chain the options mean, and what it says it is. */
export async function placeOf({ context, circumstances }: { context: Context; circumstances: Circumstances }) {
  const rpcUrl = context.options.chain ?? context.environment["OWNCHART_RPC_URL"] ?? "http://127.0.0.1:8545";
  const { chainId, genesis } = await circumstances.chainAt(rpcUrl).catch((cause: unknown) => {
    throw new CommandError("ChainUnreachable", { cause });
  });
  return { rpcUrl, chainId, genesis };
}
