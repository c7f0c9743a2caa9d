import type { Address } from "viem";
import type { RecordPlace } from "../sealing/recordContext.ts";
import type { ChartServices } from "./ChartServices.ts";

export function recordPlaceOf({ chain }: ChartServices, subject: Address, author: Address): RecordPlace {
  return { chainId: chain.chainId, recordRegistry: chain.recordRegistry, subject, author };
}
