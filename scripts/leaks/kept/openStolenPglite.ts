import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { StolenDatabase } from "./StolenDatabase.ts";
import { rowsOf } from "./rowsOf.ts";

/** A copy of PGlite's folder, opened: the folder itself stays as it is. Its gateway must have ended. */
export async function openStolenPglite(folder: string): Promise<StolenDatabase> {
  const copy = await mkdtemp(join(tmpdir(), "ownchart-leaks-"));
  const remove = () => rm(copy, { recursive: true, force: true });
  try {
    await cp(folder, copy, { recursive: true });
    await rm(join(copy, "postmaster.pid"), { force: true });
    const pglite = await PGlite.create(copy);
    return {
      rows: () => rowsOf({ query: (sql) => pglite.query(sql) }),
      close: () => pglite.close().finally(remove),
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
