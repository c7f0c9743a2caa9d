import {
  type Address,
  type Hex,
  type LocalAccount,
  createWalletClient,
  encodeFunctionData,
  http,
  keccak256,
  toHex,
} from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { LocalChain } from "./localChain.ts";

export type ChainPeople = ReturnType<typeof chainPeople>;

export type GrantOptions = { read?: boolean; contribute?: boolean; validFrom?: number; validUntil?: number };

/** What people do on a local chain, by transactions of their own. Everything resolves once it is in a block. */
export function chainPeople({ url, client, deployment }: LocalChain) {
  const { ConsentRegistry, RecordRegistry, StaffRegistry } = deployment.contracts;
  const consentAbi = contractAbis.ConsentRegistry;

  async function send(account: LocalAccount, to: Address, data: Hex) {
    const wallet = createWalletClient({ account, transport: http(url) });
    const hash = await wallet.sendTransaction({ chain: null, to, data });
    const { status } = await client.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new Error("The transaction was reverted.");
  }

  return {
    /** Somebody new, who can pay. */
    async newPerson(): Promise<LocalAccount> {
      const account = privateKeyToAccount(generatePrivateKey());
      await client.setBalance({ address: account.address, value: 10n ** 20n });
      return account;
    },

    /** Somebody new, whose chart is open. */
    async newPatient(): Promise<LocalAccount> {
      const account = await this.newPerson();
      await this.openChart(account);
      return account;
    },

    openChart(subject: LocalAccount, keyset: Hex = keccak256(subject.address)) {
      return send(
        subject,
        ConsentRegistry,
        encodeFunctionData({ abi: consentAbi, functionName: "openChart", args: [keyset] }),
      );
    },

    /** For a day from now on, reading alone, unless told otherwise. */
    async grant(subject: LocalAccount, grantee: Address, options: GrantOptions = {}) {
      const time = Number((await client.getBlock()).timestamp);
      const { read = true, contribute = false, validFrom = 0, validUntil = time + 86_400 } = options;
      const terms = keccak256(toHex("terms"));
      const args = [grantee, read, contribute, validFrom, validUntil, terms, toHex(0, { size: 32 })] as const;
      await send(subject, ConsentRegistry, encodeFunctionData({ abi: consentAbi, functionName: "grant", args }));
    },

    /** Without new keys. */
    revoke(subject: LocalAccount, grantee: Address) {
      const args = [grantee, toHex(0, { size: 32 })] as const;
      return send(subject, ConsentRegistry, encodeFunctionData({ abi: consentAbi, functionName: "revoke", args }));
    },

    /** For a day from now on. */
    async appoint(hospital: LocalAccount, staff: Address) {
      const time = Number((await client.getBlock()).timestamp);
      const call = { abi: contractAbis.StaffRegistry, functionName: "appoint", args: [staff, time + 86_400] } as const;
      await send(hospital, StaffRegistry, encodeFunctionData(call));
    },

    withdraw(hospital: LocalAccount, staff: Address) {
      const call = { abi: contractAbis.StaffRegistry, functionName: "withdraw", args: [staff] } as const;
      return send(hospital, StaffRegistry, encodeFunctionData(call));
    },

    /** Under the keys of the chart's present epoch. */
    async publish(author: LocalAccount, subject: Address, digests: readonly Hex[]) {
      const chart = { address: ConsentRegistry, abi: consentAbi, functionName: "charts", args: [subject] } as const;
      const [, epoch] = await client.readContract(chart);
      const abi = contractAbis.RecordRegistry;
      await send(
        author,
        RecordRegistry,
        encodeFunctionData({ abi, functionName: "publish", args: [subject, epoch, digests] }),
      );
    },
  };
}
