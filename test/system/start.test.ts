import { readFile } from "node:fs/promises";
import { createPublicClient, http } from "viem";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { parseDeployment } from "#core/chain/parseDeployment.ts";
import { people } from "../../scripts/seed/people.ts";
import { freePort, isListening, silence } from "./support/freePort.ts";
import { type Program, runProgram } from "./support/runProgram.ts";

let port: number;
let started: Program;

const npmStart = () => runProgram("npm", ["start"], { OWNCHART_CHAIN_PORT: String(port) });

beforeEach(async () => {
  port = await freePort();
  started = npmStart();
  await started.printed("Ready\n");
});

afterEach(() => void started.process.kill("SIGKILL"));

describe("npm start", () => {
  test("serves a chain with the contracts, the board and the licences", async () => {
    const chain = createPublicClient({ transport: http(`http://127.0.0.1:${port}`) });
    const file = new URL("../../core/chain/deployments/31337.json", import.meta.url);
    const { contracts, block } = parseDeployment(JSON.parse(await readFile(file, "utf8")));
    expect(await chain.getChainId()).toBe(31_337);

    for (const { account, kind } of people.licensed) {
      const licence = { address: contracts.LicenceRegistry, abi: contractAbis.LicenceRegistry };
      const args = [account.address, kind] as const;
      expect(await chain.readContract({ ...licence, functionName: "isLicensed", args })).toBe(true);
    }
    for (const address of Object.values(contracts)) expect(started.output()).toContain(address);
    for (const { name, account } of people.patients) {
      expect(started.output()).toMatch(new RegExp(`${name} +${account.address}`));
    }
    const logs = await chain.getLogs({ address: Object.values(contracts), fromBlock: 0n });
    expect(logs[0]?.blockNumber).toBe(BigInt(block));
  });

  test("says so when one runs already, and leaves that one alone", async () => {
    const second = npmStart();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${port} is taken`);
    expect(second.output()).not.toContain("    at ");
    expect(await isListening(port)).toBe(true);
  });

  test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)("leaves nothing behind when npm ends by %s", async (signal) => {
    started.process.kill(signal);
    await started.ended;
    await silence(port);
  });
});
