import { and, desc, eq } from "drizzle-orm";
import type { Address } from "viem";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { grants } from "../database/schema.ts";

export type ListGrantsParameters = { subject: Address; grantee: Address; reader: Address };

export type ListedGrant = { version: number; epoch: number; grant: Uint8Array };

const mostListed = 8;

/**
 * The newest grants of the newest epochs, one at a time in memory, to those between whom they are; to the grantee only
 * while there is one in force, which is asked before each.
 */
export async function* listGrants(
  { consent, database }: Gateway,
  { subject, grantee, reader }: ListGrantsParameters,
): AsyncGenerator<ListedGrant, void> {
  const requireParty = async () => {
    if (reader === subject) return;
    if (reader !== grantee) throw new GatewayError("NotGranted");
    const { read, contribute } = await consent.accessOf({ subject, grantee });
    if (!read && !contribute) throw new GatewayError("NotGranted");
  };

  await requireParty();
  const { version, epoch } = grants;
  const listed = await database
    .select({ version })
    .from(grants)
    .where(and(eq(grants.subject, subject), eq(grants.grantee, grantee)))
    .orderBy(desc(epoch), desc(version))
    .limit(mostListed);
  for (const each of listed) {
    await requireParty();
    const [row] = await database
      .select({ version, epoch, grant: grants.grant })
      .from(grants)
      .where(eq(version, each.version));
    if (row !== undefined) yield row;
  }
}
