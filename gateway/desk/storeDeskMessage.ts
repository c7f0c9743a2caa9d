import { and, count, eq, lte, min } from "drizzle-orm";
import type { Hex } from "viem";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { lockFor } from "../database/lockFor.ts";
import { deskMessages } from "../database/schema.ts";

export type StoreDeskMessageParameters = { mailbox: Hex; body: Uint8Array };

const mostInMailbox = 8;

/** From a mailbox's first message on; then all of them are gone. */
export const mailboxSeconds = 120;

/** Puts a message into a mailbox. One at a time, so that positions appear in order. */
export async function storeDeskMessage(
  { database, now }: Gateway,
  { mailbox, body }: StoreDeskMessageParameters,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await lockFor(transaction, `desk ${mailbox}`);
    const isInIt = eq(deskMessages.mailbox, mailbox);
    await transaction.delete(deskMessages).where(and(isInIt, lte(deskMessages.expiresAt, now())));
    const [there] = await transaction
      .select({ messages: count(), expiresAt: min(deskMessages.expiresAt) })
      .from(deskMessages)
      .where(isInIt);
    const expiresAt = there!.expiresAt ?? now() + mailboxSeconds;
    if (there!.messages >= mostInMailbox) throw new GatewayError("QuotaReached", { retryAfter: expiresAt - now() });
    await transaction.insert(deskMessages).values({ mailbox, expiresAt, body });
  });
}
