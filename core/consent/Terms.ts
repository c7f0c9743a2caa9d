import type { Address, Hex } from "viem";
import type { Category } from "../records/categories.ts";
import type { Purpose } from "./purposes.ts";

/** What a grant promises, as plain values. Times are whole Unix seconds, as the chain has them. */
export type Terms = {
  chainId: number;
  subject: Address;
  grantee: Address;
  granteeName?: string;
  read: Category[];
  contribute: Category[];
  /** Older consents do not say it. */
  purpose?: Purpose;
  from: number;
  /** The first second in which the grant no longer holds. */
  until: number;
  history: "all" | { since: number };
  issued: number;
  /** Sixteen random bytes: without them anybody could guess at terms until the hash on chain matches. */
  salt: Hex;
};
