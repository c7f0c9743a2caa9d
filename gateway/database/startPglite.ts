import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { GatewayError } from "../GatewayError.ts";
import { migrationsFolder } from "./migrationsFolder.ts";

export type StartPgliteParameters = { folder: string | undefined; schema: string };

export type StartedPglite = { pglite: PGlite; hasPanicked(): boolean };

/**
 * PostgreSQL within this process, with its tables. It panics when it cannot write its log any more, for want of room as a
 * rule. Whoever asks it anything after that, be it to roll back, waits in it for ever, and the whole process with them; so
 * nothing reaches it any more.
 */
export async function startPglite({ folder, schema }: StartPgliteParameters): Promise<StartedPglite> {
  const pglite = await PGlite.create(folder === undefined ? "memory://" : `${folder}/pglite`);
  let hasPanicked = false;
  const execute = pglite.execProtocolStream.bind(pglite);
  pglite.execProtocolStream = async (...parameters) => {
    if (hasPanicked) throw new GatewayError("StorageUnreachable");
    try {
      return await execute(...parameters);
    } catch (error) {
      hasPanicked ||= (error as { severity?: unknown }).severity === "PANIC";
      throw error;
    }
  };
  await pglite.exec(`create schema if not exists "${schema}"; set search_path to "${schema}"`);
  await migrate(drizzle(pglite), { migrationsFolder, migrationsSchema: schema });
  return { pglite, hasPanicked: () => hasPanicked };
}
