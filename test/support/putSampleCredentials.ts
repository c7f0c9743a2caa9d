import type { LocalAccount } from "viem";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { GatewayClient } from "#client/gateway/createGatewayClient.ts";
import { seedCredentials } from "../../scripts/seed/seedCredentials.ts";

export type PutSampleCredentialsParameters = {
  deployment: Deployment;
  gatewayOf: (account: LocalAccount) => GatewayClient;
};

/** The licences of a local chain's clinicians, as its board has signed them, at a gateway. */
export async function putSampleCredentials({ deployment, gatewayOf }: PutSampleCredentialsParameters): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  await seedCredentials({ gatewayOf: ({ account }) => gatewayOf(account), deployment, now });
}
