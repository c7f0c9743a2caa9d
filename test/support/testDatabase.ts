import { generatePrivateKey } from "viem/accounts";
import type { OpenDatabase } from "#gateway/database/Database.ts";
import { openDatabase } from "#gateway/database/openDatabase.ts";
import { emptyDatabaseImage } from "./emptyDatabase.ts";

/** A database that no other test knows: in PostgreSQL where DATABASE_URL says so, otherwise in memory. */
export async function testDatabase(): Promise<OpenDatabase> {
  const url = process.env.DATABASE_URL;
  const where = url === undefined ? { image: await emptyDatabaseImage() } : { url };
  return openDatabase({ genesis: generatePrivateKey(), ...where });
}
