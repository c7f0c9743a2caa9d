import { artifacts } from "hardhat";
import { type Address, type Hex, type PublicClient, concat, encodeAbiParameters, encodeFunctionData } from "viem";
import { boardRole } from "#core/chain/boardRole.ts";
import { type ContractName, contractAbis } from "#core/chain/contractAbis.ts";
import type { Board } from "./Board.ts";
import { create2, factory, factoryCost, factoryMaker, factoryTransaction } from "./create2.ts";

const days = 86_400;

/** How long a new member of a board waits before the seat counts, so that a stolen root key is noticed in time. */
export const boardGrantDelay = 3 * days;

/** How long whatever the administrator schedules stands in public before it takes effect. */
export const adminDelay = 3 * days;

const adminRole = 0n;

/** The role that appoints the members of a board. It differs from the board's own in its first two bytes. */
export const boardRootRole = (jurisdiction: string) => boardRole(jurisdiction) ^ (0x0001n << 48n);

/** One transaction of a deployment. Whether it is done is read from the chain, so any run can go on where one stopped. */
export type DeploymentStep = {
  title: string;
  transaction: { to: Address; data?: Hex; value?: bigint } | { signed: Hex };
  isDone(chain: PublicClient): Promise<boolean>;
};

export type DeploymentPlan = {
  steps: DeploymentStep[];
  addresses: Record<ContractName, Address>;
};

/** All steps, in order. The deployer administers the AccessManager until `admin`, if that is another, takes over. */
export async function deploymentSteps(options: {
  deployer: Address;
  admin: Address;
  boards: readonly Board[];
}): Promise<DeploymentPlan> {
  const { deployer, admin, boards } = options;
  const accessManager = await contractStep("AccessManager", [deployer]);
  const licenceRegistry = await contractStep("LicenceRegistry", [accessManager.address]);
  const consentRegistry = await contractStep("ConsentRegistry", []);
  const staffRegistry = await contractStep("StaffRegistry", []);
  const asked = [licenceRegistry.address, consentRegistry.address, staffRegistry.address];
  const recordRegistry = await contractStep("RecordRegistry", asked);
  const keyDirectory = await contractStep("KeyDirectory", []);
  const auditLog = await contractStep("AuditLog", []);
  const registries = [licenceRegistry, consentRegistry, staffRegistry, recordRegistry];
  const contracts = [accessManager, ...registries, keyDirectory, auditLog];
  const manager = accessManager.address;

  return {
    steps: [
      ...factorySteps,
      ...contracts.map(({ step }) => step),
      ...boards.map((board) => boardStep(manager, board)),
      ...(admin === deployer ? [] : [handOverStep(manager, deployer, admin)]),
    ],
    addresses: Object.fromEntries(contracts.map(({ name, address }) => [name, address])) as DeploymentPlan["addresses"],
  };
}

const factorySteps: DeploymentStep[] = [
  {
    title: "pay for the CREATE2 factory",
    transaction: { to: factoryMaker, value: factoryCost },
    isDone: async (chain) =>
      (await hasCode(chain, factory)) || (await chain.getBalance({ address: factoryMaker })) >= factoryCost,
  },
  {
    title: "make the CREATE2 factory",
    transaction: { signed: factoryTransaction },
    isDone: (chain) => hasCode(chain, factory),
  },
];

async function contractStep(name: ContractName, dependencies: Address[]) {
  const { bytecode } = await artifacts.readArtifact(name);
  const parameters = dependencies.map(() => ({ type: "address" }) as const);
  const creationCode = concat([bytecode as Hex, encodeAbiParameters(parameters, dependencies)]);
  const { data, address } = create2({ creationCode });
  const step: DeploymentStep = {
    title: `deploy ${name} at ${address}`,
    transaction: { to: factory, data },
    isDone: (chain) => hasCode(chain, address),
  };
  return { name, address, step };
}

/** One transaction for a board: its members, its root, the delay of later members, and only then the root in charge. */
function boardStep(manager: Address, { jurisdiction, root, members }: Board): DeploymentStep {
  const role = boardRole(jurisdiction);
  const rootRole = boardRootRole(jurisdiction);
  const calls = [
    managerCall("labelRole", [role, `Board ${jurisdiction}`]),
    managerCall("labelRole", [rootRole, `Root of board ${jurisdiction}`]),
    ...members.map((member) => managerCall("grantRole", [role, member, 0])),
    managerCall("grantRole", [rootRole, root, 0]),
    managerCall("setGrantDelay", [role, boardGrantDelay]),
    managerCall("setGrantDelay", [rootRole, boardGrantDelay]),
    managerCall("setRoleAdmin", [role, rootRole]),
  ];
  return {
    title: `seat board ${jurisdiction} (${members.length} ${members.length === 1 ? "member" : "members"})`,
    transaction: { to: manager, data: managerCall("multicall", [calls]) },
    isDone: async (chain) =>
      (await hasCode(chain, manager)) && (await readManager(chain, manager, "getRoleAdmin", [role])) === rootRole,
  };
}

function handOverStep(manager: Address, deployer: Address, admin: Address): DeploymentStep {
  const calls = [
    managerCall("grantRole", [adminRole, admin, adminDelay]),
    managerCall("renounceRole", [adminRole, deployer]),
  ];
  return {
    title: `hand administration over to ${admin}`,
    transaction: { to: manager, data: managerCall("multicall", [calls]) },
    isDone: async (chain) => {
      if (!(await hasCode(chain, manager))) return false;
      const [isMember] = (await readManager(chain, manager, "hasRole", [adminRole, deployer])) as [boolean, number];
      return !isMember;
    },
  };
}

function managerCall(functionName: string, args: unknown[]): Hex {
  return encodeFunctionData({ abi: contractAbis.AccessManager, functionName, args } as never);
}

function readManager(chain: PublicClient, address: Address, functionName: string, args: unknown[]) {
  return chain.readContract({ address, abi: contractAbis.AccessManager, functionName, args } as never);
}

async function hasCode(chain: PublicClient, address: Address) {
  return (await chain.getCode({ address })) !== undefined;
}
