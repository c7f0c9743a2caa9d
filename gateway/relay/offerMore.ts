import { inArray } from "drizzle-orm";
import type { Database } from "../database/Database.ts";
import { attempts, transactions } from "../database/schema.ts";
import type { Relay } from "./createRelay.ts";
import { type Fees, mostPerGas, readFees } from "./readFees.ts";
import { type Unsettled, readUnsettled } from "./readUnsettled.ts";
import type { Head } from "./relayRound.ts";
import { signAttempt } from "./signAttempt.ts";

/**
 * Signs what is stuck once more, with the same nonce and a quarter more for each unit of gas, or what the network asks if
 * that is higher: nodes replace a transaction for no less than a tenth. What would cost too much waits. All attempts stay
 * known, since any of them may be the one that a block takes.
 */
export async function offerMore(relay: Relay, head: Head): Promise<void> {
  const { gateway, lease } = relay;
  const stuck = (await readUnsettled(relay, head)).filter((it) => isStuck(relay, head, it));
  if (stuck.length === 0) return;
  const asked = await readFees(gateway).catch(() => undefined);
  if (asked === undefined) return;
  const offers = stuck.flatMap((it) => {
    const fees = raised(it.fees, asked);
    return fees.maxFeePerGas > mostPerGas(gateway.configuration) ? [] : [{ ...it, fees }];
  });
  const calls = await readCalls(relay, offers);
  const signed = await Promise.all(
    offers.map(({ position, nonce, fees }) => signAttempt({ relay, call: calls.get(position)!, nonce, fees })),
  );
  await gateway.database.transaction(async (within: Database) => {
    await lease.hold(within);
    for (const { nonce: _, ...attempt } of signed) await within.insert(attempts).values(attempt).onConflictDoNothing();
  });
}

/** Old enough, and passed over: by a block since it was sent, or by a price that has risen above it. */
function isStuck({ settings, gateway, sent }: Relay, head: Head, { hash, sentAt, fees }: Unsettled): boolean {
  if (gateway.now() - sentAt < settings.stuckSeconds) return false;
  const known = sent.get(hash);
  return head.baseFee > fees.maxFeePerGas || (known !== undefined && head.block > known.block);
}

function raised(offered: Fees, asked: Fees): Fees {
  return {
    maxFeePerGas: raisedTo(offered.maxFeePerGas, asked.maxFeePerGas),
    maxPriorityFeePerGas: raisedTo(offered.maxPriorityFeePerGas, asked.maxPriorityFeePerGas),
  };
}

function raisedTo(offered: bigint, asked: bigint): bigint {
  const more = (offered * 5n + 3n) / 4n;
  return more > asked ? more : asked;
}

async function readCalls({ gateway: { database } }: Relay, of: { position: number }[]) {
  const { position, to, data, gas } = transactions;
  const positions = of.map((it) => it.position);
  if (positions.length === 0) return new Map();
  const rows = await database
    .select({ position, to, data, gas })
    .from(transactions)
    .where(inArray(position, positions));
  return new Map(rows.map((row) => [row.position, row]));
}
