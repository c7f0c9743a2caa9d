import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { type Deployment, parseDeployment } from "#core/chain/parseDeployment.ts";

const folder = new URL("../../core/chain/deployments/", import.meta.url);

/** What was written about a chain, or undefined where nothing was. */
export async function readDeploymentFile(chainId: number): Promise<Deployment | undefined> {
  const text = await readFile(fileOf(chainId), "utf8").catch(() => undefined);
  return text === undefined ? undefined : parseDeployment(JSON.parse(text));
}

/** Writes the whole file or none of it. */
export async function writeDeploymentFile(deployment: Deployment): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = fileOf(deployment.chainId);
  const draft = new URL(`${file.href}.${process.pid}.draft`);
  await writeFile(draft, `${JSON.stringify(deployment, null, 2)}\n`);
  await rename(draft, file);
}

function fileOf(chainId: number) {
  return new URL(`${chainId}.json`, folder);
}
