import { and, asc, eq, gt } from "drizzle-orm";
import type { SSEStreamingApi } from "hono/streaming";
import type { Hex } from "viem";
import type { Gateway } from "../Gateway.ts";
import { deskMessages } from "../database/schema.ts";
import type { MailboxWatch } from "./createMailboxWatch.ts";
import { mailboxSeconds } from "./storeDeskMessage.ts";

export type FollowMailboxParameters = {
  gateway: Pick<Gateway, "database" | "now" | "ending">;
  watch: MailboxWatch;
  mailbox: Hex;
  /** The last position that the reader has. */
  after: number;
  stream: Pick<SSEStreamingApi, "write" | "writeSSE" | "aborted">;
};

const beatSeconds = 15;

/** Writes what is in a mailbox and what comes, until its two minutes are over, or two minutes of nothing. */
export async function followMailbox({ gateway, watch, mailbox, after, stream }: FollowMailboxParameters) {
  const { database, now, ending } = gateway;
  let last = after;
  let endsAt = now() + mailboxSeconds;
  let quietSeconds = 0;
  let isNew = true;

  while (!stream.aborted && !ending.aborted && now() < endsAt) {
    for (const message of isNew ? await messagesAfterLast() : []) {
      await stream.writeSSE({ id: String(message.position), data: Buffer.from(message.body).toString("base64") });
      last = message.position;
      endsAt = message.expiresAt;
    }
    isNew = await watch.waitFor({ mailbox, after: last, milliseconds: 1000 });
    quietSeconds = isNew ? 0 : quietSeconds + 1;
    // Whatever stands between would close a connection that says nothing.
    if (quietSeconds > 0 && quietSeconds % beatSeconds === 0) await stream.write(":\n\n");
  }

  function messagesAfterLast() {
    const isNext = and(
      eq(deskMessages.mailbox, mailbox),
      gt(deskMessages.position, last),
      gt(deskMessages.expiresAt, now()),
    );
    return database.select().from(deskMessages).where(isNext).orderBy(asc(deskMessages.position));
  }
}
