import type { Address } from "viem";
import { boardRole } from "#core/chain/boardRole.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { type LicenceCredential, parseLicenceCredential } from "#core/chain/credential/parseLicenceCredential.ts";
import { type RegisterSays, verifyLicenceCredential } from "#core/chain/credential/verifyLicenceCredential.ts";
import type { ClientChain } from "./chain/ClientChain.ts";
import type { GatewayClient } from "./gateway/createGatewayClient.ts";
import { createCredentialStore } from "./gateway/createCredentialStore.ts";

export type ReadCredentialParameters = { chain: ClientChain; gateway: GatewayClient; holder: Address; kind: number };

/** A licence with its holder's name, as a board signed it and as the register has it now; undefined where none was put. */
export async function readCredential(parameters: ReadCredentialParameters): Promise<LicenceCredential | undefined> {
  const { chain, gateway, holder, kind } = parameters;
  const kept = await createCredentialStore(gateway).get({ holder, kind });
  if (kept === undefined) return undefined;
  const credential = parseLicenceCredential(kept);
  const { chainId, contracts } = chain.deployment;
  const register = await askRegister(chain, { ...credential, holder, kind });
  await verifyLicenceCredential({
    credential: { ...credential, holder, kind },
    chainId,
    licenceRegistry: contracts.LicenceRegistry,
    register,
  });
  return credential;
}

async function askRegister({ client, deployment }: ClientChain, credential: LicenceCredential): Promise<RegisterSays> {
  const { LicenceRegistry, AccessManager } = deployment.contracts;
  const [[status, , , jurisdiction, number], [isMember, delay]] = await Promise.all([
    client.readContract({
      address: LicenceRegistry,
      abi: contractAbis.LicenceRegistry,
      functionName: "licences",
      args: [credential.holder, credential.kind],
    }),
    client.readContract({
      address: AccessManager,
      abi: contractAbis.AccessManager,
      functionName: "hasRole",
      args: [boardRole(credential.jurisdiction), credential.board],
    }),
  ]);
  return { licence: { status, jurisdiction, number }, boardRole: { isMember, delay } };
}
