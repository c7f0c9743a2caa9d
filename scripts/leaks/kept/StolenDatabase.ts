/** One row of a gateway's database, its columns by name: texts, numbers, bytes, or what JSON was. */
export type Row = { table: string; columns: Record<string, unknown> };

/** A gateway's database in the hands of somebody who took all of it. */
export type StolenDatabase = {
  /** Every row of every table, a few at a time. */
  rows(): AsyncGenerator<Row, void>;
  close(): Promise<void>;
};

/** How either library answers. */
export type Query = (sql: string) => Promise<{ rows: Record<string, unknown>[] }>;
