import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** PGlite or PostgreSQL: the same SQL. A transaction is one too. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** One that is open, of one chain. */
export type OpenDatabase = {
  database: Database;
  /** Fails where it cannot be reached. */ ping(): Promise<void>;
  close(): Promise<void>;
};
