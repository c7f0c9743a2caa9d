import type { Address } from "viem";

/** Whom a chart is to be shared with, as the patient calls them. */
export type Grantee = { address: Address; name: string; isRelative: boolean };
