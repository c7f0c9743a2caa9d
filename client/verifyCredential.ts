import type { Address } from "viem";
import { boardRole } from "#core/chain/boardRole.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { type LicenceCredential, parseLicenceCredential } from "#core/chain/credential/parseLicenceCredential.ts";
import { type RegisterSays, verifyLicenceCredential } from "#core/chain/credential/verifyLicenceCredential.ts";
import type { ClientChain } from "./chain/ClientChain.ts";

export type VerifyCredentialParameters = {
  chain: ClientChain;
  /** As it came, from wherever. */
  credential: unknown;
  holder: Address;
  kind: number;
};

/** A licence with its holder's name, once it is as a board signed it and as the register has it now. */
export async function verifyCredential(parameters: VerifyCredentialParameters): Promise<LicenceCredential> {
  const { chain, holder, kind } = parameters;
  const credential = parseLicenceCredential(parameters.credential);
  const claimed = { ...credential, holder, kind };
  const { chainId, contracts } = chain.deployment;
  const register = await askRegister(chain, claimed);
  await verifyLicenceCredential({ credential: claimed, chainId, licenceRegistry: contracts.LicenceRegistry, register });
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
