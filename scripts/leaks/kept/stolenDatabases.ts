import { dirname } from "node:path";
import type { StolenDatabase } from "./StolenDatabase.ts";
import { filesIn } from "./filesIn.ts";
import { openStolenPglite } from "./openStolenPglite.ts";
import { openStolenPostgres } from "./openStolenPostgres.ts";

export type StolenDatabasesParameters = {
  dataFolder: string;
  databaseUrl?: string | undefined;
  schema?: string | undefined;
};

/** Every database that a gateway keeps in its folder, and the one behind a URL; each is open until the next is asked for. */
export async function* stolenDatabases(parameters: StolenDatabasesParameters): AsyncGenerator<StolenDatabase, void> {
  const { dataFolder, databaseUrl: url, schema } = parameters;
  for (const folder of await pgliteFolders(dataFolder)) yield* closedAfter(await openStolenPglite(folder));
  if (url !== undefined) yield* closedAfter(await openStolenPostgres({ url, ...(schema && { schema }) }));
}

async function* closedAfter(database: StolenDatabase): AsyncGenerator<StolenDatabase, void> {
  try {
    yield database;
  } finally {
    await database.close();
  }
}

/** A cluster of PostgreSQL's has such a file at its top, and others in its databases. */
async function pgliteFolders(dataFolder: string): Promise<string[]> {
  const folders: string[] = [];
  for await (const { name, path } of filesIn(dataFolder)) {
    if (/(^|\/)PG_VERSION$/.test(name) && !/\/base\/\d+\/PG_VERSION$/.test(`/${name}`)) folders.push(dirname(path));
  }
  return folders;
}
