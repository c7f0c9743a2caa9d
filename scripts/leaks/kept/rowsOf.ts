import type { Query, Row } from "./StolenDatabase.ts";

export type RowsOfParameters = { query: Query; /** Those of a gateway unless told otherwise. */ schema?: string };

const atOnce = 200;

/** Every row of every table of a gateway's, whatever tables there are: read to the end with the memory of a few rows. */
export async function* rowsOf({ query, schema }: RowsOfParameters): AsyncGenerator<Row, void> {
  const { rows: tables } = await query(
    "select table_schema as schema, table_name as name from information_schema.tables " +
      "where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2",
  );
  for (const table of tables as { schema: string; name: string }[]) {
    if (schema === undefined ? !table.schema.startsWith("ownchart_") : table.schema !== schema) continue;
    yield* rowsOfTable(query, table);
  }
}

async function* rowsOfTable(query: Query, { schema, name }: { schema: string; name: string }): AsyncGenerator<Row> {
  await query("begin");
  try {
    await query(`declare stolen no scroll cursor for select * from "${schema}"."${name}"`);
    for (;;) {
      const { rows } = await query(`fetch ${atOnce} from stolen`);
      for (const columns of rows) yield { table: name, columns };
      if (rows.length < atOnce) return;
    }
  } finally {
    await query("rollback");
  }
}
