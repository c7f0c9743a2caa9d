import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** PGlite or PostgreSQL: the same SQL. A transaction is one too. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** One that is open, of one chain. */
export type OpenDatabase = {
  database: Database;
  /** Fails where it cannot be reached. */
  ping(): Promise<void>;
  /** How many are open, how many of them nobody uses, and how many requests wait for one. */
  connections(): { open: number; idle: number; waiting: number };
  close(): Promise<void>;
};
