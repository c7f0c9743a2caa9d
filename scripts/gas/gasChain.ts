import { artifacts, network } from "hardhat";
import {
  type Abi,
  type Address,
  type Hex,
  createPublicClient,
  createWalletClient,
  custom,
  encodeFunctionData,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { bySigCall } from "#core/chain/bySigCall.ts";
import { type ContractName, contractAbis } from "#core/chain/contractAbis.ts";
import type { MessageValues } from "#core/chain/messageValues.ts";
import { typedDataOf } from "#core/chain/typedDataOf.ts";
import { type MessageName, typedMessages } from "#core/chain/typedMessages.ts";

/** 1 January 2030, 00:00 UTC: when the chain begins, so that no figure depends on today. */
export const beginning = 1_893_456_000;
const mnemonic = "test test test test test test test test test test test junk";

/** A fresh chain with fixed clock, keys and contracts, on which the gas of a call can be read. */
export async function createGasChain() {
  const { provider } = await network.create({
    network: "default",
    override: { initialDate: new Date(beginning * 1000).toISOString() },
  });
  const transport = custom(provider);
  const chain = createPublicClient({ chain: hardhat, transport });
  const accounts = Array.from({ length: 10 }, (_, addressIndex) => mnemonicToAccount(mnemonic, { addressIndex }));
  const wallet = createWalletClient({ chain: hardhat, transport });
  const addresses: Partial<Record<ContractName, Address>> = {};
  let now = beginning;

  function person(index: number) {
    const account = accounts[index];
    if (account === undefined) throw new Error(`There is no account ${index}.`);
    return account;
  }

  async function gasOf(transaction: { from: number; to?: Address; data: Hex }) {
    now += 12;
    await provider.request({ method: "evm_setNextBlockTimestamp", params: [now] });
    const { from, ...call } = transaction;
    const hash = await wallet.sendTransaction({ account: person(from), gas: 16_000_000n, ...call });
    const receipt = await chain.getTransactionReceipt({ hash });
    if (receipt.status !== "success") throw new Error(`A transaction of the gas table failed: ${hash}.`);
    return receipt;
  }

  function addressOf(contract: ContractName): Address {
    const address = addresses[contract];
    if (address === undefined) throw new Error(`${contract} is not deployed.`);
    return address;
  }

  return {
    person,
    addressOf,

    async deploy(contract: ContractName, constructorArguments: Hex = "0x") {
      const { bytecode } = await artifacts.readArtifact(contract);
      const receipt = await gasOf({ from: 0, data: `${bytecode}${constructorArguments.slice(2)}` as Hex });
      addresses[contract] = receipt.contractAddress!;
    },

    /** The gas of a call that the person with this index sends. */
    async call(from: number, contract: ContractName, functionName: string, args: readonly unknown[]) {
      const data = encodeFunctionData({ abi: contractAbis[contract] as Abi, functionName, args });
      return Number((await gasOf({ from, to: addressOf(contract), data })).gasUsed);
    },

    /** The gas of bringing a message that one person signed and another, with index 0, pays for. */
    async relay<Name extends MessageName>(signer: number, name: Name, values: MessageValues<Name>) {
      const contract = addressOf(typedMessages[name].contract);
      const definition = typedDataOf({ name, values, chainId: hardhat.id, contract });
      const signature = await person(signer).signTypedData(definition);
      const data = bySigCall({ name, values, signature });
      return Number((await gasOf({ from: 0, to: contract, data })).gasUsed);
    },
  };
}
