import type { Address } from "viem";
import type { LicenceCredential } from "#core/chain/credential/parseLicenceCredential.ts";
import type { ClientChain } from "./chain/ClientChain.ts";
import type { GatewayClient } from "./gateway/createGatewayClient.ts";
import { createCredentialStore } from "./gateway/createCredentialStore.ts";
import { verifyCredential } from "./verifyCredential.ts";

export type ReadCredentialParameters = { chain: ClientChain; gateway: GatewayClient; holder: Address; kind: number };

/** The licence that the gateway has of somebody, verified; undefined where none was put. */
export async function readCredential(parameters: ReadCredentialParameters): Promise<LicenceCredential | undefined> {
  const { chain, gateway, holder, kind } = parameters;
  const credential = await createCredentialStore(gateway).get({ holder, kind });
  return credential === undefined ? undefined : verifyCredential({ chain, credential, holder, kind });
}
