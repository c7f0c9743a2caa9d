import { type Address, getAddress, isAddress } from "viem";
import { type ContractName, contractAbis } from "./contractAbis.ts";

/** Where the contracts stand on one chain. */
export type Deployment = {
  chainId: number;
  /** Nothing of Ownchart happened on this chain before this block: events are read from here on. */
  block: number;
  contracts: Record<ContractName, Address>;
};

/** A deployment from a file in core/chain/deployments, checked. */
export function parseDeployment(value: unknown): Deployment {
  const { chainId, block, contracts } = (value ?? {}) as Partial<Record<keyof Deployment, unknown>>;
  if (!isCount(chainId)) throw new DeploymentInvalidError("chainId");
  if (!isCount(block)) throw new DeploymentInvalidError("block");
  const addresses = (contracts ?? {}) as Record<string, unknown>;
  const names = Object.keys(contractAbis) as ContractName[];
  const entries = names.map((name) => {
    const address = addresses[name];
    if (typeof address !== "string" || !isAddress(address)) throw new DeploymentInvalidError(`contracts.${name}`);
    return [name, getAddress(address)] as const;
  });
  return { chainId, block, contracts: Object.fromEntries(entries) as Deployment["contracts"] };
}

export class DeploymentInvalidError extends Error {
  override readonly name = "DeploymentInvalid";

  constructor(member: string) {
    super(`The deployment file has no usable ${member}; deploy again to write a new one.`);
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
