import { Client } from "pg";
import type { StolenDatabase } from "./StolenDatabase.ts";
import { rowsOf } from "./rowsOf.ts";

export type OpenStolenPostgresParameters = {
  url: string;
  /** One world's; without it, those of all gateways. */ schema?: string;
};

export async function openStolenPostgres({ url, schema }: OpenStolenPostgresParameters): Promise<StolenDatabase> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    rows: () => rowsOf({ query: (sql) => client.query(sql), ...(schema && { schema }) }),
    close: () => client.end(),
  };
}
