import { mkdir, statfs } from "node:fs/promises";
import type { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { lockFolder } from "#ipfs/node/lockFolder.ts";
import { GatewayError } from "../GatewayError.ts";
import type { Database, OpenDatabase } from "./Database.ts";
import { type StartPgliteParameters, type StartedPglite, startPglite } from "./startPglite.ts";

export type OpenPgliteParameters = Omit<StartPgliteParameters, "folder"> & {
  /** Undefined for one in memory. */
  folder: string | undefined;
};

/** PostgreSQL within this process. Two on one folder would lose rows without a word, so the folder is locked. */
export async function openPglite({ folder, ...parameters }: OpenPgliteParameters): Promise<OpenDatabase> {
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const unlock = folder === undefined ? undefined : lockFolder(folder);
  const start = () => startPglite({ folder, ...parameters });
  try {
    const running = replacedAfterPanic(await start(), async () => {
      if (folder === undefined || !(await hasRoom(folder))) throw new GatewayError("StorageUnreachable");
      return start();
    });
    const client = {
      query: async (...asked: Parameters<PGlite["query"]>) => (await running()).query(...asked),
      transaction: async (...asked: Parameters<PGlite["transaction"]>) => (await running()).transaction(...asked),
    };
    return {
      database: drizzle({ client: client as unknown as PGlite }) as unknown as Database,
      ping: async () => void (await client.query("select 1")),
      connections: () => ({ open: 1, idle: 0, waiting: 0 }),
      close: async () => {
        const pglite = await running().catch(() => undefined);
        if (pglite?.closed === false) await pglite.close();
        unlock?.();
      },
    };
  } catch (error) {
    unlock?.();
    throw error;
  }
}

/** The one that runs; after a panic the next, which reads what the last one had written. */
function replacedAfterPanic(first: StartedPglite, next: () => Promise<StartedPglite>): () => Promise<PGlite> {
  let current = first;
  let starting: Promise<StartedPglite> | undefined;
  return async () => {
    if (current.hasPanicked()) {
      starting ??= next().finally(() => (starting = undefined));
      current = await starting;
    }
    return current.pglite;
  };
}

/** Four segments of its log. */
const leastRoom = 64 * 2 ** 20;

async function hasRoom(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= leastRoom;
}
