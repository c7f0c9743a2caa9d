import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { Pool } from "pg";
import type { Database, OpenDatabase } from "./Database.ts";
import { createPool } from "./createPool.ts";
import { migrationsFolder } from "./migrationsFolder.ts";

export type OpenPostgresParameters = { url: string; /** The world's own. */ schema: string };

/** Several gateways may share one; whichever comes first brings the tables up to date. */
export async function openPostgres({ url, schema }: OpenPostgresParameters): Promise<OpenDatabase> {
  const pool = createPool({
    connectionString: url,
    options: `-c search_path=${schema} -c statement_timeout=30000`,
    connectionTimeoutMillis: 5000,
    query_timeout: 35_000,
    keepAlive: true,
    max: 16,
  });
  try {
    await migrateAlone(pool, schema);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    database: drizzle(pool) as unknown as Database,
    ping: async () => void (await pool.query("select 1")),
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
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
