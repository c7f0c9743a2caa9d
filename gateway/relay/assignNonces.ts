import { and, asc, eq, isNull } from "drizzle-orm";
import { ChainError } from "#core/chain/ChainError.ts";
import type { Database } from "../database/Database.ts";
import { attempts, transactions } from "../database/schema.ts";
import { GatewayError } from "../GatewayError.ts";
import type { Relay } from "./createRelay.ts";
import { tryCall } from "./gasOf.ts";
import { readFees } from "./readFees.ts";
import { keptError } from "./readRelayedMessage.ts";
import { answerIn, unknownRefusal } from "./refusalIn.ts";
import type { Head, Pending } from "./relayRound.ts";
import { type Attempt, signAttempt } from "./signAttempt.ts";

const patienceSeconds = 600;

type Queued = typeof transactions.$inferSelect;

/**
 * Gives nonces to what has waited longest, and writes the signed transactions beside them. What the contracts would refuse
 * by now fails without a nonce, and costs nothing. Answers false where the network asks too much.
 *
 * A nonce that was given is used, whatever happens meanwhile: taking it back would need a transaction of its own, which
 * costs as much as one that is refused, and might come too late.
 */
export async function assignNonces(relay: Relay, head: Head, sent: Pending[]): Promise<boolean> {
  const free = freeNonces(relay, head, sent);
  const queued = await readQueued(relay, free.length);
  if (queued.length === 0) return true;
  const fees = await readFees(relay.gateway).catch(unlessTooDear);
  if (fees === undefined) return false;
  const verdicts = await Promise.all(queued.map((it) => verdictOn(relay, it)));
  const refused = queued.flatMap(({ position }, i) => {
    const error = verdicts[i];
    return error instanceof ChainError ? [{ position, error }] : [];
  });
  const wanted = queued.filter((_, i) => verdicts[i] === "accepted");
  const signed = await Promise.all(wanted.map((it, i) => signAttempt({ relay, call: it, nonce: free[i]!, fees })));
  await write(relay, refused, signed);
  for (const { key } of queued) relay.gateway.relayEvents.emit(key);
  return true;
}

/** As many as may be in flight, from the lowest on: one that was lost in between would hold up all that come after it. */
function freeNonces({ settings }: Relay, head: Head, sent: Pending[]): number[] {
  const taken = new Set(sent.map(({ nonce }) => nonce));
  const end = Math.max(head.nonce, ...sent.map(({ nonce }) => nonce + 1));
  const nonces: number[] = [];
  for (let nonce = head.nonce; nonce < end || nonces.length < settings.inFlight - sent.length; nonce++) {
    if (!taken.has(nonce)) nonces.push(nonce);
  }
  return nonces;
}

async function readQueued({ gateway: { database }, sender }: Relay, most: number): Promise<Queued[]> {
  const isQueued = and(eq(transactions.sender, sender), eq(transactions.state, "queued"), isNull(transactions.nonce));
  return database.select().from(transactions).where(isQueued).orderBy(asc(transactions.position)).limit(most);
}

/**
 * What the contracts say now. A node that answers neither yes nor no is asked again for some time: one call that it stumbles
 * over must not hold up all others, nor be taken for refused at once.
 */
async function verdictOn({ gateway }: Relay, queued: Queued): Promise<"accepted" | "later" | ChainError> {
  try {
    await tryCall(gateway, queued);
    return "accepted";
  } catch (error) {
    if (error instanceof ChainError) return error;
    if (!(error instanceof GatewayError) || answerIn(error.cause) === undefined) throw error;
    return gateway.now() - queued.createdAt < patienceSeconds ? "later" : unknownRefusal();
  }
}

type Refused = { position: number; error: ChainError };

async function write(relay: Relay, refused: Refused[], signed: Attempt[]): Promise<void> {
  await relay.gateway.database.transaction(async (within: Database) => {
    await relay.lease.hold(within);
    for (const { position, error } of refused) {
      const failed = { state: "failed", error: keptError(error) } as const;
      await within.update(transactions).set(failed).where(eq(transactions.position, position));
    }
    for (const { nonce, ...attempt } of signed) {
      const sent = { state: "sent", nonce } as const;
      await within.update(transactions).set(sent).where(eq(transactions.position, attempt.transaction));
      await within.insert(attempts).values(attempt);
    }
  });
}

function unlessTooDear(error: unknown): undefined {
  if (error instanceof GatewayError && error.name === "RelayTooDear") return undefined;
  throw error;
}
