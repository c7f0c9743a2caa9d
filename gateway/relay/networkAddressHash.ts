import { createHmac } from "node:crypto";
import { and, like, ne } from "drizzle-orm";
import type { Gateway } from "../Gateway.ts";
import { secrets } from "../database/schema.ts";
import { sharedSecret } from "../session/sharedSecret.ts";

const prefix = "network-address-";

/**
 * What stands for a network address in the database: a hash under a key of the day (UTC). Yesterday's keys are thrown away
 * with the first hash of today, and with them the way back from yesterday's hashes.
 */
export async function networkAddressHash({ database, now }: Pick<Gateway, "database" | "now">, networkAddress: string) {
  const name = `${prefix}${Math.floor(now() / 86_400)}`;
  const [known] = await database.select().from(secrets).where(like(secrets.name, name));
  if (known === undefined) {
    await database.delete(secrets).where(and(like(secrets.name, `${prefix}%`), ne(secrets.name, name)));
  }
  const key = known?.value ?? (await sharedSecret(database, name));
  return createHmac("sha256", key).update(networkAddress).digest("hex");
}
