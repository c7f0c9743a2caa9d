import type { Hex } from "viem";
import type { Deployment } from "#core/chain/parseDeployment.ts";

/** Which chain, which gateway, which contracts: one build serves them all. */
export type Configuration = {
  rpcUrl: string;
  gatewayUrl: string;
  deployment: Deployment;
  /** On the local chain alone: people whose keys everybody knows. */
  samplePeople: readonly SamplePerson[];
};

export type SamplePerson = {
  name: string;
  role: "patient" | "physician" | "pharmacist" | "hospital" | "staff" | "applicant" | "board";
  /** Who this is, for a newcomer. */
  about: string;
  privateKey: Hex;
  passphrase: string;
  birthDate?: string | undefined;
};
