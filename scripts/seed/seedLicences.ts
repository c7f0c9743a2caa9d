import { createPublicClient, createWalletClient, custom } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { jurisdictionBytes } from "#core/chain/jurisdictionBytes.ts";
import { licenceNumberHash } from "#core/chain/licenceNumberHash.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { Provider } from "../deploy/runSteps.ts";
import { type LicensedPerson, people } from "./people.ts";

const year = 365 * 86_400;

/** The sample board's secret is as public as the sample keys. */
export const boardKey = new TextEncoder().encode("sample board of the local chain!");

/** Lets the sample board license the sample clinicians, for the two years around now. */
export async function seedLicences(provider: Provider, { contracts }: Deployment): Promise<void> {
  const chain = createPublicClient({ transport: custom(provider) });
  const wallet = createWalletClient({ transport: custom(provider), account: people.boardMember.account.address });
  const { timestamp } = await chain.getBlock();
  for (const person of people.licensed) await issue(person, Number(timestamp));

  async function issue({ account, kind, licenceNumber }: LicensedPerson, now: number) {
    const { jurisdiction } = people;
    const number = await licenceNumberHash({ boardKey, jurisdiction, kind, number: licenceNumber });
    const hash = await wallet.writeContract({
      chain: null,
      address: contracts.LicenceRegistry,
      abi: contractAbis.LicenceRegistry,
      functionName: "issue",
      args: [account.address, kind, jurisdictionBytes(jurisdiction), now - year, now + year, number],
    });
    await chain.waitForTransactionReceipt({ hash });
  }
}
