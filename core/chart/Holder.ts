import type { Address } from "viem";
import type { Roots } from "../sealing/vault/roots.ts";
import type { ChartServices } from "./ChartServices.ts";

/** Somebody with an unlocked vault, and the services they use. */
export type Holder = { address: Address; roots: Roots; services: ChartServices };
