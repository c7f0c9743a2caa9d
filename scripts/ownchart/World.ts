import type { Address } from "viem";
import type { Connection } from "#client/Connection.ts";
import type { Holder } from "#core/chart/Holder.ts";

/** One person's way to their own chart and to others'. */
export type World = {
  address: Address;
  connection: Connection;
  /** The person with their vault unlocked, held against the chain. */
  holder(): Promise<Holder>;
  /** Has a vault kept at the gateway unless one is there; answers with the recovery code of one that was made for it. */
  keepVault(): Promise<{ recoveryCode?: string }>;
};
