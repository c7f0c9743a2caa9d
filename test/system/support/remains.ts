import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { create } from "kubo-rpc-client";
import { createPublicClient, http } from "viem";
import { expect } from "vitest";
import { openPglite } from "#gateway/database/openPglite.ts";
import { transactions } from "#gateway/database/schema.ts";
import { getBody } from "#ipfs/client/getBody.ts";
import { people } from "../../../scripts/seed/people.ts";
import type { Stack } from "./stack.ts";

/** Of a gateway that has ended: all that it ever took came to an end, its nonces have no gap, and the chain knows each. */
export async function expectQueueSettled({ folder, chainUrl }: Stack): Promise<void> {
  const { address } = people.gateway.account;
  const [world] = await readdir(join(folder, "gateway"));
  const opened = await openPglite({ folder: join(folder, "gateway", world!), schema: `ownchart_${world}` });
  const { state, nonce } = transactions;
  const rows = await opened.database.select({ state, nonce }).from(transactions).orderBy(asc(nonce));
  await opened.close();
  const chain = createPublicClient({ transport: http(chainUrl) });
  const sent = await chain.getTransactionCount({ address });
  const nonces = rows.filter((row) => row.nonce !== null).map((row) => row.nonce);
  expect(nonces).toEqual(Array.from({ length: sent }, (_, i) => i));
  expect(rows.filter((row) => row.state !== "included")).toEqual([]);
}

/** Nothing is kept by half: whatever is pinned can be read to its end, and every byte of it is right. */
export async function expectPinsWhole({ ipfsUrl }: Stack): Promise<void> {
  for await (const { cid } of create({ url: ipfsUrl }).pin.ls()) {
    const body = await getBody({ gatewayUrl: ipfsUrl, cid: cid.toString() });
    for await (const _ of body!);
  }
}
