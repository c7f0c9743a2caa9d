import { and, eq } from "drizzle-orm";
import { type Address, type Hex, sha256 } from "viem";
import { SealingError } from "#core/sealing/SealingError.ts";
import { parseCapsule } from "#core/sealing/capsule/parseCapsule.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import type { Database } from "../database/Database.ts";
import { capsules, erasedCapsules } from "../database/schema.ts";
import { takeQuota } from "../limits/takeQuota.ts";
import { lockChart } from "./lockChart.ts";

export type StoreCapsuleParameters = { subject: Address; digest: Hex; uploader: Address; capsule: Uint8Array };

/**
 * Keeps a capsule, once. One that was here stays longer if it still waits for the chain. Its cost is that of its length,
 * and charts of others wait for none of it.
 */
export async function storeCapsule(
  gateway: Gateway,
  { subject, digest, uploader, capsule }: StoreCapsuleParameters,
): Promise<{ isNew: boolean }> {
  if (sha256(capsule) !== digest) throw new GatewayError("DigestWrong");
  const keyId = keyIdIn(capsule);
  const { configuration, database, now } = gateway;
  const place = { subject, digest };

  return database.transaction(async (transaction) => {
    await lockChart(transaction, subject);
    if (uploader === subject) await forgetErasure(transaction, place);
    else await requireNotErased(transaction, place);

    const storedAt = now();
    const known = await transaction
      .update(capsules)
      .set({ storedAt })
      .where(and(eq(capsules.subject, subject), eq(capsules.digest, digest)))
      .returning({ position: capsules.position });
    if (known.length > 0) return { isNew: false };

    const most = configuration.limits.capsulesPerDay;
    await takeQuota({ database: transaction, now }, { who: uploader, what: "capsules", amount: 1, most });
    await transaction.insert(capsules).values({ subject, digest, keyId, uploader, storedAt, capsule });
    return { isNew: true };
  });
}

function keyIdIn(capsule: Uint8Array): Hex {
  try {
    return parseCapsule(capsule).keyId;
  } catch (error) {
    throw error instanceof SealingError ? new GatewayError("RequestInvalid") : error;
  }
}

type Place = { subject: Address; digest: Hex };

function erasureOf({ subject, digest }: Place) {
  return and(eq(erasedCapsules.subject, subject), eq(erasedCapsules.digest, digest));
}

async function forgetErasure(transaction: Database, place: Place): Promise<void> {
  await transaction.delete(erasedCapsules).where(erasureOf(place));
}

async function requireNotErased(transaction: Database, place: Place): Promise<void> {
  const [erased] = await transaction.select().from(erasedCapsules).where(erasureOf(place));
  if (erased !== undefined) throw new GatewayError("Erased");
}
