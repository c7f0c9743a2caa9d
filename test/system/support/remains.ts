import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { create } from "kubo-rpc-client";
import { createPublicClient, http } from "viem";
import { expect } from "vitest";
import type { Database } from "#gateway/database/Database.ts";
import { openPglite } from "#gateway/database/openPglite.ts";
import { transactions } from "#gateway/database/schema.ts";
import { getBody } from "#ipfs/client/getBody.ts";
import { people } from "../../../scripts/seed/people.ts";
import type { Stack } from "./stack.ts";

/** Of a gateway that has ended. */
export async function expectOwnQueueSettled({ folder, chainUrl }: Stack): Promise<void> {
  const [world] = await readdir(join(folder, "gateway"));
  const { database, close } = await openPglite({
    folder: join(folder, "gateway", world!),
    schema: `ownchart_${world}`,
  });
  await expectQueueSettled({ database, chainUrl });
  await close();
}

/** All that was ever taken came to a good end, its nonces have no gap, and the chain knows each. */
export async function expectQueueSettled({ database, chainUrl }: { database: Database; chainUrl: string }) {
  const { state, nonce } = transactions;
  const rows = await database.select({ state, nonce }).from(transactions).orderBy(asc(nonce));
  const chain = createPublicClient({ transport: http(chainUrl) });
  const sent = await chain.getTransactionCount({ address: people.gateway.account.address });
  const settled = Array.from({ length: sent }, (_, number) => ({ state: "included", nonce: number }));
  expect(rows).toEqual(settled);
}

/** Nothing is kept by half: whatever is pinned can be read to its end, and every byte of it is right. */
export async function expectPinsWhole({ ipfsUrl }: Stack): Promise<void> {
  for await (const { cid } of create({ url: ipfsUrl }).pin.ls()) {
    const body = await getBody({ gatewayUrl: ipfsUrl, cid: cid.toString() });
    for await (const _ of body!);
  }
}
