import { type Address, type Hex, createWalletClient, http } from "viem";
import { type PrivateKeyAccount, generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { jurisdictionBytes } from "#core/chain/jurisdictionBytes.ts";
import { licenceNumberHash } from "#core/chain/licenceNumberHash.ts";
import { people } from "../../scripts/seed/people.ts";
import type { LocalChain } from "./localChain.ts";

export type Licensed = { account: PrivateKeyAccount; kind: number; number: string };

type Act = "issue" | "suspend" | "revoke";

/** The board of a local chain, and what its clerk does there. */
export function boardOf({ url, client, deployment }: LocalChain) {
  const { jurisdiction, boardMember, boardRoot } = people;
  const boardKey = crypto.getRandomValues(new Uint8Array(32));
  const wallet = createWalletClient({ transport: http(url), account: boardMember.account });
  let licences = 0;

  async function act(functionName: Act, args: readonly unknown[]) {
    const { LicenceRegistry: address } = deployment.contracts;
    const call = { address, abi: contractAbis.LicenceRegistry, functionName, args, chain: null };
    const hash = await wallet.writeContract(call as never);
    const { status } = await client.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new Error("The register refused.");
  }

  return {
    jurisdiction,
    boardKey,
    clerk: boardMember.account,
    /** Who seats and dismisses its members. */
    root: boardRoot.account,

    /** Somebody new with a licence for a year, of a number of its own. */
    async license(kind = 0): Promise<Licensed> {
      const account = privateKeyToAccount(generatePrivateKey());
      const number = `T-${++licences}`;
      await this.issue({ holder: account.address, kind, number });
      return { account, kind, number };
    },

    async issue({ holder, kind, number }: { holder: Address; kind: number; number: string }) {
      const hash: Hex = await licenceNumberHash({ boardKey, jurisdiction, kind, number });
      const time = Number((await client.getBlock()).timestamp);
      await act("issue", [holder, kind, jurisdictionBytes(jurisdiction), time, time + 365 * 86_400, hash]);
    },

    suspend: ({ account, kind }: Licensed) => act("suspend", [account.address, kind]),
    revoke: ({ account, kind }: Licensed) => act("revoke", [account.address, kind]),
  };
}
