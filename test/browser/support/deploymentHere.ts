import { readFile } from "node:fs/promises";
import { type Deployment, parseDeployment } from "#core/chain/parseDeployment.ts";

/** Where the contracts of the world under test stand: `npm start` has written it down. */
export async function deploymentHere(): Promise<Deployment> {
  const file = new URL("../../../core/chain/deployments/31337.json", import.meta.url);
  return parseDeployment(JSON.parse(await readFile(file, "utf8")));
}
