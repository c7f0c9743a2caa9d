import { signLicenceCredential } from "#core/chain/credential/signLicenceCredential.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { GatewayClient } from "#client/gateway/createGatewayClient.ts";
import { createCredentialStore } from "#client/gateway/createCredentialStore.ts";
import { type LicensedPerson, people } from "./people.ts";
import { boardKey } from "./seedLicences.ts";

export type SeedCredentialsParameters = {
  gatewayOf: (person: LicensedPerson) => GatewayClient;
  deployment: Deployment;
  /** In Unix seconds. */
  now: number;
};

/** Lets the sample clinicians show what the sample board has signed about them. */
export async function seedCredentials({ gatewayOf, deployment, now }: SeedCredentialsParameters): Promise<void> {
  for (const person of people.licensed) {
    const { account, kind, licenceNumber: number } = person;
    const [name, speciality = ""] = person.name.split(", ");
    const credential = await signLicenceCredential({
      licence: {
        holder: account.address,
        kind,
        jurisdiction: people.jurisdiction,
        name: name!,
        speciality,
        number,
        issuedAt: now,
      },
      boardKey,
      clerk: people.boardMember.account,
      chainId: deployment.chainId,
      licenceRegistry: deployment.contracts.LicenceRegistry,
    });
    await createCredentialStore(gatewayOf(person)).put({ holder: account.address, credential });
  }
}
