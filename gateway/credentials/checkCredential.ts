import { boardRole } from "#core/chain/boardRole.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { LicenceCredentialError } from "#core/chain/credential/LicenceCredentialError.ts";
import type { LicenceCredential } from "#core/chain/credential/parseLicenceCredential.ts";
import { type RegisterSays, verifyLicenceCredential } from "#core/chain/credential/verifyLicenceCredential.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";

/** Refuses a credential that is not what the register says now. */
export async function checkCredential(gateway: Gateway, credential: LicenceCredential): Promise<void> {
  const { chainId, contracts } = gateway.deployment;
  const register = await askRegister(gateway, credential).catch((cause) => {
    throw new GatewayError("ChainUnreachable", { cause });
  });
  try {
    const { LicenceRegistry: licenceRegistry } = contracts;
    await verifyLicenceCredential({ credential, chainId, licenceRegistry, register });
  } catch (cause) {
    if (cause instanceof LicenceCredentialError) throw new GatewayError("CredentialInvalid", { cause });
    throw cause;
  }
}

async function askRegister({ chain, deployment }: Gateway, credential: LicenceCredential): Promise<RegisterSays> {
  const { LicenceRegistry, AccessManager } = deployment.contracts;
  const { holder, kind, jurisdiction, board } = credential;
  const [[status, , , place, number], [isMember, delay]] = await Promise.all([
    chain.readContract({
      address: LicenceRegistry,
      abi: contractAbis.LicenceRegistry,
      functionName: "licences",
      args: [holder, kind],
    }),
    chain.readContract({
      address: AccessManager,
      abi: contractAbis.AccessManager,
      functionName: "hasRole",
      args: [boardRole(jurisdiction), board],
    }),
  ]);
  return { licence: { status, jurisdiction: place, number }, boardRole: { isMember, delay } };
}
