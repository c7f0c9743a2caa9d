import type { BaseContract, ContractMethod, ContractRunner, Interface } from "ethers";
import { type ContractName, contractAbis } from "#core/chain/contractAbis.ts";
import { ethers } from "./chain.ts";

type FunctionName<Name extends ContractName> = Extract<
  (typeof contractAbis)[Name][number],
  { type: "function" }
>["name"];

/** A deployed contract with the functions that it has. */
export type Deployed<Name extends ContractName> = Record<FunctionName<Name>, ContractMethod> & {
  target: BaseContract["target"];
  interface: Interface;
  connect(runner: ContractRunner): Deployed<Name>;
};

export async function deploy<Name extends ContractName>(name: Name, ...args: unknown[]): Promise<Deployed<Name>> {
  return (await ethers.deployContract(name, args)) as unknown as Deployed<Name>;
}
