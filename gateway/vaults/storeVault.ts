import { and, eq, lte, max } from "drizzle-orm";
import type { Address } from "viem";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { lockFor } from "../database/lockFor.ts";
import { vaults } from "../database/schema.ts";

export type StoreVaultParameters = {
  address: Address;
  vault: Uint8Array;
  /** The version that is to be followed; 0 for the first. */
  after: number;
};

/** So many versions are kept: whoever overwrites a vault by mistake can be helped. */
export const versionsKept = 16;

/** Puts a vault after the one that its owner has seen, and after no other. */
export async function storeVault(
  { database, now }: Gateway,
  { address, vault, after }: StoreVaultParameters,
): Promise<number> {
  return database.transaction(async (transaction) => {
    await lockFor(transaction, `vault ${address}`);
    const isTheirs = eq(vaults.address, address);
    const [newest] = await transaction
      .select({ version: max(vaults.version) })
      .from(vaults)
      .where(isTheirs);
    if ((newest?.version ?? 0) !== after) throw new GatewayError("Changed");
    const version = after + 1;
    await transaction.insert(vaults).values({ address, version, storedAt: now(), vault });
    await transaction.delete(vaults).where(and(isTheirs, lte(vaults.version, version - versionsKept)));
    return version;
  });
}
