import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { SamplePerson } from "../../frontend/configuration/Configuration.ts";
import { localChainId } from "../deploy/localChainId.ts";
import { samplePeople } from "./samplePeople.ts";

export type AppConfiguration = {
  rpcUrl: string;
  gatewayUrl: string;
  deployment: Deployment;
  /** On the local chain alone: their keys are known to all. */
  samplePeople?: readonly SamplePerson[];
};

/** What the app asks for at its start, so that one build serves every chain. */
export function appConfiguration(world: Omit<AppConfiguration, "samplePeople">, now = new Date()): AppConfiguration {
  return world.deployment.chainId === localChainId ? { ...world, samplePeople: samplePeople(now) } : world;
}
