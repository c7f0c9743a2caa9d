import { expect } from "chai";
import type { BaseContract } from "ethers";
import { ethers, provider } from "./chain.ts";

type Refusing = Pick<BaseContract, "target" | "interface">;

/** Expects that the contract refuses a transaction with exactly this error, and that its storage stays as it was. */
export async function expectRefusal(
  transaction: Promise<unknown>,
  contract: Refusing,
  error: string,
  args: unknown[] = [],
): Promise<void> {
  expect(args, `arguments of ${error}`).to.have.length(contract.interface.getError(error)!.inputs.length);
  const refusal = expect(transaction).to.be.revertedWithCustomError(contract, error);
  await (args.length === 0 ? refusal : refusal.withArgs(...args));

  const block = (await ethers.provider.getBlock("latest"))!;
  const receipt = await ethers.provider.getTransactionReceipt(block.transactions[0]!);
  expect(receipt).to.include({ status: 0, to: contract.target });
  expect(await storageRoot(contract, block.number)).to.equal(await storageRoot(contract, block.number - 1));
}

async function storageRoot(contract: Refusing, block: number): Promise<unknown> {
  const params = [contract.target, [], ethers.toQuantity(block)];
  return ((await provider.request({ method: "eth_getProof", params })) as { storageHash: string }).storageHash;
}
