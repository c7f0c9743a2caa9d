import { type Address, type Hex, concat, getContractAddress, parseEther } from "viem";

/**
 * The factory that stands at this address on nearly every chain and deploys with CREATE2: whatever it is sent after the
 * salt becomes a contract at an address that depends on nothing else. So the same code has the same address everywhere,
 * and whether a step was done can be read from the chain.
 */
export const factory: Address = "0x4e59b44847b379578588920cA78FbF26c0B4956C";

/** Where the factory is missing, this account makes it with the one transaction it can ever send. */
export const factoryMaker: Address = "0x3fAB184622Dc19b6109349B94811493BF2a45362";
export const factoryCost = parseEther("0.01");
export const factoryTransaction: Hex =
  "0xf8a58085174876e800830186a08080b853604580600e600039806000f350fe7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf31ba02222222222222222222222222222222222222222222222222222222222222222a02222222222222222222222222222222222222222222222222222222222222222";

const salt: Hex = `0x${"00".repeat(32)}`;

/** What to send to the factory, and where the contract will stand. */
export function create2({ creationCode }: { creationCode: Hex }): { data: Hex; address: Address } {
  const address = getContractAddress({ opcode: "CREATE2", from: factory, salt, bytecode: creationCode });
  return { data: concat([salt, creationCode]), address };
}
