import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import { strangeInBlock } from "./formats/strangeInBlock.ts";
import { strangeInRow } from "./formats/strangeInRow.ts";
import { chainPieces } from "./kept/chainPieces.ts";
import { filesIn } from "./kept/filesIn.ts";
import type { Row, StolenDatabase } from "./kept/StolenDatabase.ts";
import { stolenDatabases } from "./kept/stolenDatabases.ts";
import { createOpener } from "./open/createOpener.ts";
import { createPublicValues } from "./open/PublicValues.ts";
import { type Finding, createSearch } from "./search/createSearch.ts";
import type { Secret } from "./search/Secret.ts";

export type FindLeaksParameters = {
  /** All that a gateway and an IPFS node keep in files. */
  dataFolder: string;
  /** Of PostgreSQL, where that is used. */
  databaseUrl?: string | undefined;
  schema?: string | undefined;
  logFiles?: readonly string[];
  rpcUrl?: string | undefined;
  /** Anything else, such as what flowed over a wire. */
  others?: readonly { where: string; bytes: Uint8Array }[];
  secrets: readonly Secret[];
  deployment: Deployment;
};

export type Leaks = {
  /** Secrets that were found. */
  found: Finding[];
  /** What no format promises, and what opened with something that everybody has. */
  strange: { where: string; what: string }[];
  searched: { bytes: number; files: number; rows: number; blocks: number };
};

/** Looks for secrets in everything that services keep, and for what should not be there at all. */
export async function findLeaks(parameters: FindLeaksParameters): Promise<Leaks> {
  const { dataFolder, logFiles = [], rpcUrl, others = [], secrets } = parameters;
  const search = createSearch(secrets);
  const strange = new Map<string, { where: string; what: string }>();
  const note = (where: string, what: string) => void strange.set(`${where} ${what}`, { where, what });
  const searched = { files: 0, rows: 0, blocks: 0 };

  for await (const { name, path, pieces } of filesIn(dataFolder)) {
    searched.files++;
    await search.through(`name of the file ${name}`, [Buffer.from(name)]);
    await search.through(`file ${name}`, pieces());
    if (!/(^|\/)blocks\/..\/[^/]+$/.test(name)) continue;
    searched.blocks++;
    const what = strangeInBlock(await readFile(path));
    if (what !== undefined) note("an IPFS block", what);
  }
  for (const file of logFiles) await search.through(`log ${basename(file)}`, createReadStream(file));
  for (const { where, bytes } of others) await search.through(where, [bytes]);
  if (rpcUrl !== undefined) await search.through("chain", chainPieces(rpcUrl));
  for await (const database of stolenDatabases(parameters)) {
    const opened = await openerOf(database, parameters.deployment);
    for await (const row of database.rows()) {
      searched.rows++;
      for (const { where, bytes } of valuesIn(row)) await search.through(where, [bytes]);
      const strangeHere = strangeInRow(row);
      for (const { where, what } of strangeHere) note(where, what);
      const what = strangeHere.length === 0 ? await opened(row) : undefined;
      if (what !== undefined) note(row.table, `opened with ${what}, which everybody has`);
    }
  }
  return { found: search.findings(), strange: [...strange.values()], searched: { ...searched, bytes: search.bytes() } };
}

async function openerOf(database: StolenDatabase, deployment: Deployment) {
  const values = createPublicValues();
  for await (const row of database.rows()) values.take(row);
  return createOpener(deployment, values);
}

function* valuesIn({ table, columns }: Row): Generator<{ where: string; bytes: Uint8Array }> {
  for (const [column, value] of Object.entries(columns)) {
    if (value === null) continue;
    const text = typeof value === "object" ? JSON.stringify(value) : String(value);
    yield { where: `${table}.${column}`, bytes: value instanceof Uint8Array ? value : Buffer.from(text) };
  }
}
