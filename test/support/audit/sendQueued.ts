import { eq } from "drizzle-orm";
import { createWalletClient, http } from "viem";
import type { Gateway } from "#gateway/Gateway.ts";
import { transactions } from "#gateway/database/schema.ts";

/** Does by hand what the relay does: sends what the gateway has queued, and notes that it is included. */
export async function sendQueued({ account, chain, configuration, database }: Gateway): Promise<void> {
  const wallet = createWalletClient({ account, transport: http(configuration.rpcUrl) });
  const isQueued = eq(transactions.state, "queued");
  for (const row of await database.select().from(transactions).where(isQueued).orderBy(transactions.position)) {
    const hash = await wallet.sendTransaction({ to: row.to, data: row.data, gas: BigInt(row.gas), chain: null });
    const { status } = await chain.waitForTransactionReceipt({ hash, pollingInterval: 20 });
    if (status !== "success") throw new Error("The anchor was refused.");
    await database.update(transactions).set({ state: "included" }).where(eq(transactions.key, row.key));
  }
}
