import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "../database/Database.ts";
import { secrets } from "../database/schema.ts";

/** A random value that all gateways on one database have in common; whoever comes first draws it. */
export async function sharedSecret(database: Database, name: string): Promise<Uint8Array> {
  await database
    .insert(secrets)
    .values({ name, value: randomBytes(32) })
    .onConflictDoNothing();
  const [row] = await database.select().from(secrets).where(eq(secrets.name, name));
  return row!.value;
}
