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
import { type Finding, type Search, createSearch } from "./search/createSearch.ts";
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
  const { dataFolder, logFiles = [], rpcUrl, others = [], secrets, deployment } = parameters;
  const search = createSearch(secrets);
  const strange = new Map<string, { where: string; what: string }>();
  const note: Note = (where, what) => void (what !== undefined && strange.set(`${where} ${what}`, { where, what }));

  const files = await lookThroughFiles(dataFolder, search, note);
  for (const file of logFiles) await search.through(`log ${basename(file)}`, createReadStream(file));
  for (const { where, bytes } of others) await search.through(where, [bytes]);
  if (rpcUrl !== undefined) await search.through("chain", chainPieces(rpcUrl));
  let rows = 0;
  for await (const database of stolenDatabases(parameters)) {
    rows += await lookThroughRows(database, deployment, search, note);
  }
  return {
    found: search.findings(),
    strange: [...strange.values()],
    searched: { bytes: search.bytes(), ...files, rows },
  };
}

type Note = (where: string, what: string | undefined) => void;

async function lookThroughFiles(folder: string, search: Search, note: Note) {
  let [files, blocks] = [0, 0];
  for await (const { name, path, pieces } of filesIn(folder)) {
    files++;
    await search.through(`name of the file ${name}`, [Buffer.from(name)]);
    await search.through(`file ${name}`, pieces());
    if (!/(^|\/)blocks\/..\/[^/]+$/.test(name)) continue;
    blocks++;
    note("an IPFS block", strangeInBlock(await readFile(path)));
  }
  return { files, blocks };
}

/** What is strange is not opened: it may be none of what it should be. */
async function lookThroughRows(database: StolenDatabase, deployment: Deployment, search: Search, note: Note) {
  const opened = await openerOf(database, deployment);
  let rows = 0;
  for await (const row of database.rows()) {
    rows++;
    for (const { where, bytes } of valuesIn(row)) await search.through(where, [bytes]);
    const strange = strangeInRow(row);
    for (const { where, what } of strange) note(where, what);
    const by = strange.length === 0 ? await opened(row) : undefined;
    note(row.table, by && `opened with ${by}, which everybody has`);
  }
  return rows;
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
