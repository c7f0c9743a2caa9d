/**
 * npm run leaks -- --data FOLDER --secrets FILE [--database URL] [--rpc URL] [--deployment FILE] [--logs FILE…]
 *
 * Searches everything that a gateway and an IPFS node keep, and what they print, for secrets that must be nowhere; says
 * what no format promises; and tries to open what is sealed with what everybody has. Ends with code 1 where there is
 * anything to say. No secret is printed. The gateway must have ended, or the folder be a copy.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseDeployment } from "#core/chain/parseDeployment.ts";
import { explain } from "./deploy/explain.ts";
import { findLeaks } from "./leaks/findLeaks.ts";
import { parseSecrets } from "./leaks/search/Secret.ts";

const usage =
  "npm run leaks -- --data FOLDER --secrets FILE [--database URL] [--rpc URL] [--deployment FILE] [--logs FILE…]";
const usualDeployment = fileURLToPath(new URL("../core/chain/deployments/31337.json", import.meta.url));
const options = optionsGiven();
if (options === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  await tellLeaks(options).catch((error: unknown) => {
    console.error(explain(error));
    process.exitCode = 1;
  });
}

async function tellLeaks({ data, secrets, database, rpc, deployment, logFiles }: NonNullable<typeof options>) {
  const { found, strange, searched } = await findLeaks({
    dataFolder: data,
    databaseUrl: database,
    rpcUrl: rpc,
    logFiles,
    secrets: parseSecrets(await readFile(secrets, "utf8")),
    deployment: parseDeployment(JSON.parse(await readFile(deployment, "utf8"))),
  });
  for (const { secret, where, how } of found) console.log(`FOUND ${secret} in ${where}: ${how}`);
  for (const { where, what } of strange) console.log(`STRANGE ${where}: ${what}`);
  const { bytes, files, rows, blocks } = searched;
  console.log(`Looked through ${bytes} bytes: ${files} files, ${blocks} of them blocks of IPFS, and ${rows} rows.`);
  if (found.length + strange.length > 0) process.exitCode = 1;
}

/** Undefined where they are not what is needed. Files may follow each other after --logs. */
function optionsGiven() {
  const { values, positionals } = parsed() ?? { values: {}, positionals: [] };
  const { data, secrets, logs = [], deployment = usualDeployment, ...others } = values;
  if (data === undefined || secrets === undefined) return undefined;
  if (positionals.length > 0 && logs.length === 0) return undefined;
  return { data, secrets, deployment, logFiles: [...logs, ...positionals], database: others.database, rpc: others.rpc };
}

function parsed() {
  const string = { type: "string" } as const;
  const logs = { type: "string", multiple: true } as const;
  try {
    return parseArgs({
      options: { data: string, secrets: string, database: string, rpc: string, deployment: string, logs },
      allowPositionals: true,
    });
  } catch {
    return undefined;
  }
}
