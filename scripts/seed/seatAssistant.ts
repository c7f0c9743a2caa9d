import { createPublicClient, createWalletClient, custom } from "viem";
import { boardRole } from "#core/chain/boardRole.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { Provider } from "../deploy/runSteps.ts";
import { people } from "./people.ts";

/** In seconds: who has one may not act alone. */
const delay = 86_400;

/** Gives the sample board a second member. The seat counts at once, since a new board's delay begins after five days. */
export async function seatAssistant(provider: Provider, { contracts }: Deployment): Promise<void> {
  const chain = createPublicClient({ transport: custom(provider) });
  const wallet = createWalletClient({ transport: custom(provider), account: people.boardRoot.account.address });
  const hash = await wallet.writeContract({
    chain: null,
    address: contracts.AccessManager,
    abi: contractAbis.AccessManager,
    functionName: "grantRole",
    args: [boardRole(people.jurisdiction), people.boardAssistant.account.address, delay],
  });
  await chain.waitForTransactionReceipt({ hash });
}
