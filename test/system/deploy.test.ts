import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { network } from "hardhat";
import type { JsonRpcServer } from "hardhat/types/network";
import { createTestClient, createWalletClient, custom, http, publicActions } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { boardRole } from "#core/chain/boardRole.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { jurisdictionBytes } from "#core/chain/jurisdictionBytes.ts";
import { boardGrantDelay, boardRootRole } from "../../scripts/deploy/deploymentSteps.ts";
import { deployStack } from "../../scripts/deploy/deployStack.ts";
import { freePort } from "#test/support/freePort.ts";
import { runProgram } from "./support/runProgram.ts";

const chainId = 9_876_543;
const deploymentFile = new URL(`../../core/chain/deployments/${chainId}.json`, import.meta.url);
const privateKeyOfDeployer = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";
const [operator, deployer, admin, root, member, newcomer, holder] = Array.from({ length: 7 }, (_, addressIndex) =>
  mnemonicToAccount("test test test test test test test test test test test junk", { addressIndex }),
) as [Account, Account, Account, Account, Account, Account, Account];
type Account = ReturnType<typeof mnemonicToAccount>;
const board = { jurisdiction: "DE-BY", root: root.address, members: [member.address] };
const days = 86_400;

const freshChain = () => network.create({ network: "default", override: { chainId } });

afterEach(() => rm(deploymentFile, { force: true }));

/** A deployment that nothing disturbs, on a chain of its own. */
async function uninterrupted() {
  const { provider } = await freshChain();
  const options = { provider, deployer: operator.address, admin: admin.address, boards: [board] };
  return { provider, deployment: (await deployStack(options))! };
}

describe("a deployment on a public chain", () => {
  const boardsFile = join(tmpdir(), `ownchart-boards-${process.pid}.json`);
  let server: JsonRpcServer;
  let url: string;

  const deploy = (...args: string[]) =>
    runProgram("npm", ["run", "deploy", "--", "--network", "public", ...args], {
      OWNCHART_RPC_URL: url,
      OWNCHART_DEPLOYER_KEY: privateKeyOfDeployer,
    });
  const whole = ["--admin", admin.address, "--boards", boardsFile];

  beforeAll(() => writeFile(boardsFile, JSON.stringify([board])));
  afterAll(() => rm(boardsFile));
  beforeEach(async () => {
    const port = await freePort();
    server = await network.createServer({ network: "default", override: { chainId } }, "127.0.0.1", port);
    await server.listen();
    url = `http://127.0.0.1:${port}`;
  });
  afterEach(() => server.close());

  test("says what it will do and what that costs, and does nothing without a yes", async () => {
    const unconfirmed = deploy(...whole);
    expect(await unconfirmed.ended).toBe(1);
    expect(unconfirmed.output()).toMatch(/\d+ gas 0\.\d+ ETH {2}deploy ConsentRegistry at 0x/);
    expect(unconfirmed.output()).toMatch(/In all about 0\.\d+ ETH\./);
    expect(unconfirmed.output()).toContain("Nothing was sent.");
    const chain = createTestClient({ mode: "hardhat", transport: http(url) }).extend(publicActions);
    expect(await chain.getTransactionCount({ address: deployer.address })).toBe(0);
  });

  test("is done once, and a second time finds nothing to do", async () => {
    const first = deploy(...whole, "--yes");
    expect(await first.ended).toBe(0);
    const second = deploy(...whole);
    expect(await second.ended).toBe(0);
    expect(second.output()).not.toContain("gas");
    expect(second.output()).toContain(`Everything stands on chain ${chainId}`);
  });

  test.each([
    [["--boards", boardsFile], "Say with --admin"],
    [["--admin", "0x12", "--boards", boardsFile], "Say with --admin"],
    [["--admin", admin.address], "Say with --boards"],
    [["--admin", admin.address, "--boards", "package.json"], "The file of boards cannot be used"],
    [["--nonsense"], "Unknown option '--nonsense'"],
  ])("with %j is refused in one sentence", async (args, sentence) => {
    const refused = deploy(...args);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain(sentence);
  });
});

describe("a deployment that is cut off", () => {
  test.each(Array.from({ length: 11 }, (_, index) => index + 1))(
    "before or after transaction %i goes on from there and ends as if nothing had happened",
    async (cut) => {
      const { deployment } = await uninterrupted();
      for (const moment of ["before", "after"] as const) {
        const { provider } = await freshChain();
        const options = { deployer: operator.address, admin: admin.address, boards: [board] };
        await expect(deployStack({ ...options, provider: cutOff(provider, cut, moment) })).rejects.toThrow("cut off");
        expect(await deployStack({ ...options, provider })).toEqual(deployment);
        expect(
          await provider.request({ method: "eth_getTransactionCount", params: [operator.address, "latest"] }),
        ).toBe("0xa");
      }
    },
  );

  test("beside another one on the same chain is refused until that one's file is moved away", async () => {
    const { provider, deployment } = await uninterrupted();
    const options = { provider, deployer: deployer.address, admin: admin.address, boards: [board] };
    await expect(deployStack(options)).rejects.toThrow(`${chainId}.json`);
    await rm(deploymentFile);
    expect((await deployStack(options))?.contracts.AccessManager).not.toBe(deployment.contracts.AccessManager);
  });
});

async function rolesAfterDeployment() {
  const { provider, deployment } = await uninterrupted();
  const { contracts } = deployment;
  const chain = createTestClient({ mode: "hardhat", transport: custom(provider) }).extend(publicActions);
  const wallet = createWalletClient({ transport: custom(provider) });
  const manager = { chain: null, address: contracts.AccessManager, abi: contractAbis.AccessManager };
  const registry = { chain: null, address: contracts.LicenceRegistry, abi: contractAbis.LicenceRegistry };
  const hasRole = (role: bigint, account: Account) =>
    chain.readContract({ ...manager, functionName: "hasRole", args: [role, account.address] });
  const appoint = (by: Account) =>
    wallet.writeContract({
      ...manager,
      account: by.address,
      functionName: "grantRole",
      args: [boardRole("DE-BY"), newcomer.address, 0],
    });
  return { chain, wallet, manager, registry, hasRole, appoint };
}

describe("the roles after a deployment", () => {
  test("seat the members at once, and leave the deployer nothing", async () => {
    const { hasRole } = await rolesAfterDeployment();
    expect(await hasRole(boardRole("DE-BY"), member)).toEqual([true, 0]);
    expect(await hasRole(boardRootRole("DE-BY"), root)).toEqual([true, 0]);
    expect(await hasRole(0n, operator)).toEqual([false, 0]);
    expect(await hasRole(0n, admin)).toEqual([true, 3 * days]);
  });

  test("let only the board's root appoint, and the seat counts after the delay", async () => {
    const { chain, hasRole, appoint } = await rolesAfterDeployment();
    await expect(appoint(admin)).rejects.toThrow("AccessManagerUnauthorizedAccount");
    await chain.increaseTime({ seconds: 5 * days });
    await appoint(root);
    expect(await hasRole(boardRole("DE-BY"), newcomer)).toEqual([false, 0]);
    await chain.increaseTime({ seconds: boardGrantDelay - 10 });
    await chain.mine({ blocks: 1 });
    expect(await hasRole(boardRole("DE-BY"), newcomer)).toEqual([false, 0]);
    await chain.increaseTime({ seconds: 20 });
    await chain.mine({ blocks: 1 });
    expect(await hasRole(boardRole("DE-BY"), newcomer)).toEqual([true, 0]);
  });

  test("let the board suspend a licence, and the root dismiss a member, at once", async () => {
    const { chain, wallet, manager, registry, hasRole } = await rolesAfterDeployment();
    const { timestamp } = await chain.getBlock();
    const window = [Number(timestamp), Number(timestamp) + 365 * days] as const;
    const licence = [holder.address, 0, jurisdictionBytes("DE-BY"), ...window, `0x${"11".repeat(32)}`] as const;
    const clerk = { ...registry, account: member.address };
    await wallet.writeContract({ ...clerk, functionName: "issue", args: licence });
    await wallet.writeContract({ ...clerk, functionName: "suspend", args: [holder.address, 0] });
    const isLicensed = { ...registry, functionName: "isLicensed", args: [holder.address, 0] } as const;
    expect(await chain.readContract(isLicensed)).toBe(false);

    const dismissal = { functionName: "revokeRole", args: [boardRole("DE-BY"), member.address] } as const;
    await wallet.writeContract({ ...manager, account: root.address, ...dismissal });
    expect(await hasRole(boardRole("DE-BY"), member)).toEqual([false, 0]);
  });
});

/** A provider that fails once, before or after it passes on a certain transaction, as a lost connection would. */
function cutOff(provider: Awaited<ReturnType<typeof freshChain>>["provider"], cut: number, moment: "before" | "after") {
  let sent = 0;
  return {
    async request(call: { method: string; params?: unknown }) {
      const isCut = call.method.startsWith("eth_send") && ++sent === cut;
      if (isCut && moment === "before") throw new Error("cut off");
      const result = await provider.request(call as never);
      if (isCut) throw new Error("cut off");
      return result;
    },
  };
}
