import { type Address, concat } from "viem";
import { addressBytes } from "./addressBytes.ts";
import { uint64 } from "./integerBytes.ts";

/** One subject's chart on one chain and deployment. */
export type ChartPlace = { chainId: number; consentRegistry: Address; subject: Address };

/** What keys are derived from besides the root: on another chain, deployment or address they are others. */
export function chartContext({ chainId, consentRegistry, subject }: ChartPlace): Uint8Array {
  return concat([uint64(chainId), addressBytes(consentRegistry), addressBytes(subject)]);
}
