import { type Address, type Hex, createWalletClient, http } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import type { LocalAccount } from "viem";
import type { Signer } from "#client/Connection.ts";
import { bringByPaying } from "#client/chain/bringByPaying.ts";
import type { ClientChain } from "#client/chain/ClientChain.ts";
import { createChartChain } from "#client/chain/createChartChain.ts";
import { createClientChain } from "#client/chain/createClientChain.ts";
import type { ChartServices } from "#core/chart/ChartServices.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { keyedHash } from "#core/sealing/keyedHash.ts";
import { people } from "../../scripts/seed/people.ts";
import { type LocalChain, localChain } from "./localChain.ts";
import { MemoryBlobs, MemoryCapsules, MemoryGrants } from "./memoryServices.ts";

export type ChainPerson = Holder & { account: LocalAccount };

/** People whose charts stand on a real chain, and whose sealed things are kept in memory. */
export type ChainWorld = {
  local: LocalChain;
  chain: ClientChain;
  stores: Omit<ChartServices, "chain">;
  /** Somebody new, or somebody with this account. */
  person(account?: LocalAccount): ChainPerson;
  /** Licensed physicians, the same for all tests on this chain. */
  physicians: readonly LocalAccount[];
  /** For somebody who signs, by this or another way to the chain. */
  servicesOf(signer: Signer, chain?: ClientChain): ChartServices;
  /** At the operator's cost. */
  pay(transaction: { to: Address; data: Hex }): Promise<Hex>;
  passTime(seconds: number): Promise<void>;
  close(): Promise<void>;
};

export async function chainWorld(): Promise<ChainWorld> {
  const local = await localChain();
  const chain = createClientChain({ rpcUrl: local.url, deployment: local.deployment });
  const stores = { capsules: new MemoryCapsules(), grants: new MemoryGrants(), blobs: new MemoryBlobs() };
  const wallet = createWalletClient({ account: people.operator.account, transport: http(local.url) });
  const pay: ChainWorld["pay"] = (transaction) => wallet.sendTransaction({ ...transaction, chain: null });
  const servicesOf: ChainWorld["servicesOf"] = (signer, by = chain) => {
    return { chain: createChartChain({ chain: by, signer, bring: bringByPaying({ chain: by, pay }) }), ...stores };
  };
  return {
    local,
    chain,
    stores,
    physicians: people.licensed.slice(0, 3).map(({ account }) => account),
    servicesOf,
    pay,
    person(account = privateKeyToAccount(generatePrivateKey())) {
      const root = keyedHash(new Uint8Array(0), `test/secret/${account.address}`);
      const { address } = account;
      return { account, address, roots: [{ firstEpoch: 0, root }], services: servicesOf(account) };
    },
    async passTime(seconds) {
      await local.client.increaseTime({ seconds });
      await local.client.mine({ blocks: 1 });
    },
    close: local.close,
  };
}
