import { mkdir } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { Database, OpenDatabase } from "./Database.ts";
import { lockFolder } from "./lockFolder.ts";
import { migrationsFolder } from "./migrationsFolder.ts";

export type OpenPgliteParameters = { /** Undefined for one in memory. */ folder: string | undefined; schema: string };

/** PostgreSQL within this process. Two on one folder would lose rows without a word, so the folder is locked. */
export async function openPglite({ folder, schema }: OpenPgliteParameters): Promise<OpenDatabase> {
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const unlock = folder === undefined ? undefined : await lockFolder(folder);
  try {
    const pglite = await PGlite.create(folder === undefined ? "memory://" : `${folder}/pglite`);
    await pglite.exec(`create schema if not exists "${schema}"; set search_path to "${schema}"`);
    const database = drizzle(pglite);
    await migrate(database, { migrationsFolder, migrationsSchema: schema });
    return {
      database: database as unknown as Database,
      ping: async () => void (await pglite.query("select 1")),
      connections: () => ({ open: pglite.closed ? 0 : 1, idle: 0, waiting: 0 }),
      close: async () => {
        if (!pglite.closed) await pglite.close();
        await unlock?.();
      },
    };
  } catch (error) {
    await unlock?.();
    throw error;
  }
}
