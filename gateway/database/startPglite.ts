import { PGlite, types } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { GatewayError } from "../GatewayError.ts";
import { migrationsFolder } from "./migrationsFolder.ts";
import { pgliteFolder } from "./pgliteFolder.ts";

export type StartPgliteParameters = {
  folder: string | undefined;
  schema: string;
  /** What one in memory begins with, which saves making it. */
  image?: Blob | undefined;
};

export type StartedPglite = { pglite: PGlite; hasPanicked(): boolean };

/**
 * PostgreSQL within this process, with its tables. It panics when it cannot write its log any more, for want of room as a
 * rule. Whoever asks it anything after that, be it to roll back, waits in it for ever, and the whole process with them; so
 * nothing reaches it any more.
 */
export async function startPglite({ folder, schema, image }: StartPgliteParameters): Promise<StartedPglite> {
  const dataDir = folder === undefined ? "memory://" : await pgliteFolder(folder);
  const pglite = await PGlite.create({
    dataDir,
    startParams,
    parsers,
    serializers,
    ...(image && { loadDataDir: image }),
  });
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

/** A tenth of what PostgreSQL would take by itself, all of it memory of this process; the system has the files in its own. */
const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB"];

/** As PGlite does it, byte by byte, ten times slower. */
const parsers = { [types.BYTEA]: (text: string) => Buffer.from(text.slice(2), "hex") };
const serializers = {
  [types.BYTEA]: ({ buffer, byteOffset, length }: Uint8Array) =>
    `\\x${Buffer.from(buffer, byteOffset, length).toString("hex")}`,
};
