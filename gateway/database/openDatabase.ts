import type { Hex } from "viem";
import type { OpenDatabase } from "./Database.ts";

export type OpenDatabaseParameters = {
  /** Of the chain's first block: what belongs to another chain is in another schema. */
  genesis: Hex;
  /** PostgreSQL's, if there is one. */
  url?: string;
  /** Where PGlite keeps its files; in memory where undefined. */
  folder?: string;
  /** For one in memory: what it begins with. */
  image?: Blob | undefined;
};

/** The database of one chain, with its tables as this version of the program needs them. */
export async function openDatabase({ genesis, url, folder, image }: OpenDatabaseParameters): Promise<OpenDatabase> {
  const schema = `ownchart_${genesis.slice(2, 18)}`;
  if (url !== undefined) return (await import("./openPostgres.ts")).openPostgres({ url, schema });
  return (await import("./openPglite.ts")).openPglite({ folder, schema, image });
}
