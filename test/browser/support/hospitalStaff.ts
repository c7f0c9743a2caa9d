import { type BrowserContext, type Page } from "playwright";
import { createWalletClient, http } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { clinicians } from "../../../scripts/seed/people.ts";
import { openSampleVault } from "../../../scripts/seed/openSampleVault.ts";
import { samplePassphrase } from "../../../scripts/seed/samplePassphrase.ts";
import { confirm } from "./comeInAs.ts";
import { connectTo } from "./hospitalPatients.ts";
import type { BrowserWorld } from "./startApp.ts";
import { type TestWallet, testWallet } from "./testWallet.ts";

/** Somebody with a wallet of their own and a vault, of whom the chain knows nothing. */
export async function newClerk(world: BrowserWorld, context: BrowserContext) {
  const account = privateKeyToAccount(generatePrivateKey());
  const connection = await connectTo(world, account);
  const person = { name: "Somebody new", account: account as unknown as typeof clinicians.hospital.account };
  await openSampleVault(person, connection);
  const wallet: TestWallet = await testWallet(context, { account });
  return { account, wallet, connection };
}

export async function comeInWithWallet(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Use Test wallet" }).click();
  await confirm(page, "Sign in");
  await page.getByLabel("Passphrase").fill(samplePassphrase);
  await page.getByRole("button", { name: "Unlock" }).click();
}

/** By the sample hospital's own transaction: from the block that it is in, the key counts for nothing. */
export async function withdrawClerk({ rpcUrl, gatewayUrl }: BrowserWorld, staff: `0x${string}`): Promise<void> {
  const { account } = clinicians.hospital;
  const { clientChain } = await connectTo({ rpcUrl, gatewayUrl } as BrowserWorld);
  const client = createWalletClient({ account, transport: http(rpcUrl) });
  const registry = { address: clientChain.deployment.contracts.StaffRegistry, abi: contractAbis.StaffRegistry };
  await client.writeContract({ ...registry, functionName: "withdraw", args: [staff], chain: null });
}
