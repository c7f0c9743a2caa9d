import { parseGwei } from "viem";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";

export type Fees = { maxFeePerGas: bigint; maxPriorityFeePerGas: bigint };

/** What the network asks for a unit of gas now, with room for six full blocks; `RelayTooDear` if that is too much. */
export async function readFees({ chain, configuration }: Gateway): Promise<Fees> {
  const [{ baseFeePerGas }, asked] = await Promise.all([chain.getBlock(), chain.estimateMaxPriorityFeePerGas()]).catch(
    (cause) => {
      throw new GatewayError("ChainUnreachable", { cause });
    },
  );
  const most = mostPerGas(configuration);
  const base = baseFeePerGas ?? 0n;
  if (base + asked > most) throw new GatewayError("RelayTooDear", { retryAfter: 60 });
  const wanted = 2n * base + asked;
  return { maxFeePerGas: wanted < most ? wanted : most, maxPriorityFeePerGas: asked };
}

/** In wei. */
export function mostPerGas({ limits }: Gateway["configuration"]): bigint {
  return parseGwei(String(limits.relayGweiPerGas));
}
