import type { Address } from "viem";
import type { ChartPlace } from "../sealing/chartContext.ts";
import type { ChartServices } from "./ChartServices.ts";

export function chartPlaceOf({ chain }: ChartServices, subject: Address): ChartPlace {
  return { chainId: chain.chainId, consentRegistry: chain.consentRegistry, subject };
}
