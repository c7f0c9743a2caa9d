import { and, gt, inArray, max } from "drizzle-orm";
import type { Hex } from "viem";
import type { Gateway } from "../Gateway.ts";
import { deskMessages } from "../database/schema.ts";

export type MailboxWatch = ReturnType<typeof createMailboxWatch>;

type Waiting = { after: number; wake(isNew: boolean): void };

const pollMilliseconds = 250;

/**
 * Tells streams that something has come. Whatever this process stores is told at once; what other gateways store is
 * looked for four times a second, in one query for all mailboxes that are open here, and in none where none is.
 */
export function createMailboxWatch({ database, now }: Pick<Gateway, "database" | "now">) {
  const open = new Map<Hex, Set<Waiting>>();
  let isPolling = false;

  async function poll() {
    isPolling = true;
    while (open.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
      await wakeWhereNew().catch(() => {}); // who waits asks the database too, and says what is wrong with it
    }
    isPolling = false;
  }

  async function wakeWhereNew() {
    if (open.size === 0) return;
    const newest = await database
      .select({ mailbox: deskMessages.mailbox, position: max(deskMessages.position) })
      .from(deskMessages)
      .where(and(inArray(deskMessages.mailbox, [...open.keys()]), gt(deskMessages.expiresAt, now())))
      .groupBy(deskMessages.mailbox);
    for (const { mailbox, position } of newest) {
      for (const waiting of open.get(mailbox) ?? []) if (position! > waiting.after) waiting.wake(true);
    }
  }

  return {
    /** Something was stored here. */
    wake(mailbox: Hex): void {
      for (const waiting of open.get(mailbox) ?? []) waiting.wake(true);
    },

    /** Whether there is something after a position: yes as soon as there is, no when the time is over. */
    async waitFor({ mailbox, after, milliseconds }: { mailbox: Hex; after: number; milliseconds: number }) {
      const mailboxWaiting = open.get(mailbox) ?? new Set();
      open.set(mailbox, mailboxWaiting);
      if (!isPolling) void poll();
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const waiting = { after, wake: resolve };
      mailboxWaiting.add(waiting);
      const timer = setTimeout(resolve, milliseconds, false);
      const isNew = await promise;
      clearTimeout(timer);
      mailboxWaiting.delete(waiting);
      if (mailboxWaiting.size === 0) open.delete(mailbox);
      return isNew;
    },
  };
}
