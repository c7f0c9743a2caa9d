import { and, eq } from "drizzle-orm";
import type { Address, Hex } from "viem";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { capsules, erasedCapsules } from "../database/schema.ts";
import { enterReceipt } from "../log/enterReceipt.ts";

export type ReadCapsuleParameters = { subject: Address; digest: Hex; reader: Address };

/**
 * One capsule, for whoever may have it now. Strangers are told the same, after the same questions to the chain, whether it
 * is here or not.
 */
export async function readCapsule(gateway: Gateway, parameters: ReadCapsuleParameters): Promise<Uint8Array> {
  const { database } = gateway;
  const { subject, digest, reader } = parameters;
  const isIt = and(eq(capsules.subject, subject), eq(capsules.digest, digest));
  const { author, uploader, capsule } = capsules;
  const [found] = await database.select({ author, uploader, capsule }).from(capsules).where(isIt);
  if (reader !== subject && reader !== (found?.author ?? found?.uploader)) {
    await requireRecordFor(gateway, parameters, found?.author);
  }
  if (found === undefined) throw await whyNotHere(gateway, parameters);
  await enterReceipt(gateway, { subject, to: reader, capsules: [digest] });
  return found.capsule;
}

/** A reader gets what stands in the chart; an author what the chain says to be theirs, whatever was noticed here. */
async function requireRecordFor(
  { consent }: Gateway,
  { subject, digest, reader }: ReadCapsuleParameters,
  knownAuthor: Address | null | undefined,
): Promise<void> {
  const { read } = await consent.accessOf({ subject, grantee: reader });
  if (read && knownAuthor) return;
  const [author] = await consent.authorsOf({ subject, digests: [digest] });
  if (author === reader) return;
  if (!read) throw new GatewayError("NotGranted");
  if (author === undefined) throw new GatewayError("NotFound");
}

async function whyNotHere({ database }: Gateway, { subject, digest, reader }: ReadCapsuleParameters) {
  const isIt = and(eq(erasedCapsules.subject, subject), eq(erasedCapsules.digest, digest));
  const [erased] = await database.select().from(erasedCapsules).where(isIt);
  return new GatewayError(erased === undefined || reader === subject ? "NotFound" : "Erased");
}
