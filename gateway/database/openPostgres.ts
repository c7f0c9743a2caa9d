import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Pool } from "pg";
import type { Database, OpenDatabase } from "./Database.ts";
import { migrationsFolder } from "./migrationsFolder.ts";

export type OpenPostgresParameters = { url: string; /** The world's own. */ schema: string };

/** Several gateways may share one; whichever comes first brings the tables up to date. */
export async function openPostgres({ url, schema }: OpenPostgresParameters): Promise<OpenDatabase> {
  const pool = new Pool({
    connectionString: url,
    options: `-c search_path=${schema} -c statement_timeout=30000`,
    connectionTimeoutMillis: 5000,
    max: 16,
  });
  pool.on("error", () => {}); // an idle connection that ended; the next query opens another
  try {
    await migrateAlone(pool, schema);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    database: drizzle(pool) as unknown as Database,
    ping: async () => void (await pool.query("select 1")),
    close: () => pool.end(),
  };
}

async function migrateAlone(pool: Pool, schema: string): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query("select pg_advisory_lock(hashtext($1))", [schema]);
    await connection.query(`create schema if not exists "${schema}"`);
    await migrate(drizzle(connection), { migrationsFolder, migrationsSchema: schema });
  } finally {
    connection.release(true); // and with it the lock
  }
}
