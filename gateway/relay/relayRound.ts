import { and, asc, desc, eq, gte, inArray, isNotNull, or } from "drizzle-orm";
import type { Hex } from "viem";
import { transactions } from "../database/schema.ts";
import { assignNonces } from "./assignNonces.ts";
import type { Relay } from "./createRelay.ts";
import { offerMore } from "./offerMore.ts";
import { sendAttempts } from "./sendAttempts.ts";
import { settle } from "./settle.ts";

/** What has a nonce and is not settled for good. */
export type Pending = { position: number; key: string; state: PendingState; nonce: number; block: number | null };
export type PendingState = "sent" | "included" | "failed";

/** The newest block, and how far our nonces have come: in it, and in the last block that is final. */
export type Head = { block: number; hash: Hex; baseFee: bigint; nonce: number; finalNonce: number };

const idleMilliseconds = 500;

/**
 * Looks once at everything that is under way, and moves it on by a step: what is in a block is settled, what was queued
 * gets a nonce, what is stuck is offered more, what was not sent is sent. Every step is written before it is done, so
 * whoever comes next, this process or another one, goes on from the rows. Answers with when to look again.
 *
 * A round costs a few questions to chain and database, and a few more for each of at most `inFlight` transactions.
 */
export async function relayRound(relay: Relay): Promise<number> {
  if (!(await relay.lease.take()) || !(await hasWork(relay))) return idleMilliseconds;
  const head = await readHead(relay);
  await settle(relay, head, await readPending(relay, head));
  relay.afterStep("settled");
  const pending = (await readPending(relay, head)).filter(({ state }) => state === "sent");
  const isTooDear = !(await assignNonces(relay, head, pending));
  await offerMore(relay, head);
  relay.afterStep("assigned");
  const sent = await sendAttempts(relay, head);
  relay.afterStep("sent all");
  if (relay.settings.minesAtOnce && sent > 0) return 0;
  return isTooDear ? idleMilliseconds : relay.settings.pollMilliseconds;
}

/** Whether there is anything for which the chain has to be asked. */
async function hasWork({ gateway: { database }, sender, finalNonce }: Relay): Promise<boolean> {
  const isOpen = inArray(transactions.state, ["queued", "sent"]);
  const column = { nonce: transactions.nonce };
  const isOurs = eq(transactions.sender, sender);
  const [open] = await database.select(column).from(transactions).where(and(isOurs, isOpen)).limit(1);
  if (open !== undefined) return true;
  const [last] = await database
    .select(column)
    .from(transactions)
    .where(and(isOurs, isNotNull(transactions.nonce)))
    .orderBy(desc(transactions.nonce))
    .limit(1);
  return last !== undefined && (finalNonce === undefined || last.nonce! >= finalNonce);
}

/** The block is asked for first: what is in it is in the count that is asked for afterwards. */
async function readHead({ gateway: { chain, account }, settings }: Relay): Promise<Head> {
  const { address } = account;
  const { number, hash, baseFeePerGas } = await chain.getBlock();
  const final = number - BigInt(settings.confirmations);
  const nonce = await chain.getTransactionCount({ address, blockTag: "latest" });
  const finalNonce =
    settings.confirmations === 0
      ? nonce
      : await chain.getTransactionCount({ address, blockNumber: final > 0n ? final : 0n });
  return { block: Number(number), hash, baseFee: baseFeePerGas ?? 0n, nonce, finalNonce };
}

async function readPending({ gateway: { database }, sender }: Relay, head: Head): Promise<Pending[]> {
  const { position, key, state, nonce, block } = transactions;
  const rows = await database
    .select({ position, key, state, nonce, block })
    .from(transactions)
    .where(
      and(
        eq(transactions.sender, sender),
        isNotNull(transactions.nonce),
        or(gte(transactions.nonce, head.finalNonce), eq(transactions.state, "sent")),
      ),
    )
    .orderBy(asc(transactions.nonce));
  return rows as Pending[];
}
