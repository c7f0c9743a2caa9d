import * as v from "valibot";
import type { Hex } from "viem";
import { parseDeployment } from "#core/chain/parseDeployment.ts";
import type { Configuration } from "./Configuration.ts";

/** A chain that is on this machine and forgets everything; nowhere else may keys be known to all. */
export const localChainId = 31_337;

/** What whoever serves the page says of the world that it is for. */
export async function loadConfiguration(fetcher: typeof fetch = fetch): Promise<Configuration> {
  const answer = await fetcher("/configuration.json");
  if (!answer.ok) throw new ConfigurationMissingError();
  return parseConfiguration(await answer.json().catch(() => undefined));
}

export function parseConfiguration(value: unknown): Configuration {
  const { success, output } = v.safeParse(configurationSchema, value);
  if (!success) throw new ConfigurationMissingError();
  const deployment = parseDeployment(output.deployment);
  const samplePeople = deployment.chainId === localChainId ? output.samplePeople : [];
  return { ...output, deployment, samplePeople };
}

export class ConfigurationMissingError extends Error {
  override readonly name = "ConfigurationMissing";

  constructor() {
    super("This page was put up without its configuration.json, so it does not know which chain it is for.");
  }
}

const samplePersonSchema = v.object({
  name: v.string(),
  role: v.picklist(["patient", "physician", "pharmacist", "hospital", "staff", "applicant", "board"]),
  about: v.string(),
  privateKey: v.custom<Hex>((key) => typeof key === "string" && /^0x[0-9a-f]{64}$/.test(key)),
  passphrase: v.string(),
  birthDate: v.optional(v.string()),
});

const configurationSchema = v.object({
  rpcUrl: v.pipe(v.string(), v.url()),
  gatewayUrl: v.pipe(v.string(), v.url()),
  deployment: v.unknown(),
  samplePeople: v.optional(v.array(samplePersonSchema), []),
});
