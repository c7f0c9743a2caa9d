import type { Address } from "viem";
import type { ChartPlace } from "../sealing/chartContext.ts";
import type { RecordPlace } from "../sealing/recordContext.ts";
import type { Roots } from "../sealing/vault/roots.ts";
import type { ChartServices } from "./ChartServices.ts";

/** Somebody with an unlocked vault, and the services they use. */
export type Holder = { address: Address; roots: Roots; services: ChartServices };

export function chartPlaceOf({ chain }: ChartServices, subject: Address): ChartPlace {
  return { chainId: chain.chainId, consentRegistry: chain.consentRegistry, subject };
}

export function recordPlaceOf({ chain }: ChartServices, subject: Address, author: Address): RecordPlace {
  return { chainId: chain.chainId, recordRegistry: chain.recordRegistry, subject, author };
}
