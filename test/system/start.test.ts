import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPublicClient, http } from "viem";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { parseDeployment } from "#core/chain/parseDeployment.ts";
import { people } from "../../scripts/seed/people.ts";
import { freePort } from "#test/support/freePort.ts";
import { isListening, silence } from "./support/listening.ts";
import { ownchartOn } from "./support/ownchart.ts";
import { type Program, runProgram } from "./support/runProgram.ts";

let ports: { chain: number; ipfs: number; gateway: number; app: number };
let data: string;
let started: Program;

const npmStart = (more: Record<string, string> = {}) =>
  runProgram("npm", ["start"], {
    OWNCHART_CHAIN_PORT: String(ports.chain),
    OWNCHART_IPFS_PORT: String(ports.ipfs),
    OWNCHART_GATEWAY_PORT: String(ports.gateway),
    OWNCHART_APP_PORT: String(ports.app),
    OWNCHART_DATA: data,
    ...more,
  });

/** Sample charts take a while, and only one test looks at them. */
const bare = { OWNCHART_SAMPLE_CHARTS: "no" };

beforeEach(async () => {
  ports = { chain: await freePort(), ipfs: await freePort(), gateway: await freePort(), app: await freePort() };
  data = await mkdtemp(join(tmpdir(), "ownchart-start-"));
});

afterEach(async () => {
  started.process.kill("SIGKILL");
  for (const port of Object.values(ports)) await silence(port);
  await rm(data, { recursive: true, force: true });
});

describe("npm start", () => {
  test("serves a chain with the contracts, the board and the licences, which a second one leaves alone", async () => {
    started = npmStart(bare);
    await started.printed("Ready\n");
    const chain = createPublicClient({ transport: http(`http://127.0.0.1:${ports.chain}`) });
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

    const second = npmStart(bare);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${ports.chain} is taken`);
    expect(second.output()).not.toContain("    at ");
    await expectNothingBehind("SIGTERM");
  });

  test(
    "gives the sample people sealed charts, which they and their clinicians read",
    { timeout: 240_000 },
    async () => {
      started = npmStart();
      await started.printed("Ready\n", 180_000);
      const ownchart = await ownchartOn({
        chainUrl: `http://127.0.0.1:${ports.chain}`,
        gatewayUrl: `http://localhost:${ports.gateway}`,
        ipfsUrl: `http://127.0.0.1:${ports.ipfs}`,
      });
      const credential = await fetch(
        `http://localhost:${ports.gateway}/credentials/${people.licensed[0]!.account.address}?kind=0`,
      );
      expect(await credential.json()).toMatchObject({ name: "Dr. Amara Okafor", speciality: "family medicine" });
      const { charts } = (await ownchart("shared", "--account", "3")).json;
      expect(charts.map(({ about }: { about: { name: string } }) => about.name)).toContain("Tomás Rivera");
      const { records } = (await ownchart("list", "--account", "9")).json;
      const labs = records.find(({ category }: { category: string }) => category === "labs");
      const { content } = (await ownchart("read", labs.capsuleHash, "--account", "9")).json;
      expect(JSON.stringify(content)).toContain("Observation");
      expect((await ownchart("list", "--account", "4", "--of", people.patients[1]!.account.address)).refusal).toBe(
        "NotGranted",
      );
    },
  );

  test("serves the app, and tells it where chain and gateway are, who may then be asked", async () => {
    started = npmStart(bare);
    await started.printed("Ready\n");
    const appUrl = `http://localhost:${ports.app}`;
    expect(started.output()).toContain(`Open ${appUrl}\n`);
    for (const path of ["/", "/app/sharing"]) {
      const page = await fetch(appUrl + path);
      expect(page.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
      const origins = [`http://127.0.0.1:${ports.chain}`, gatewayUrl(), `http://127.0.0.1:${ports.ipfs}`];
      expect(page.headers.get("Content-Security-Policy")).toContain(`connect-src 'self' ${origins.join(" ")};`);
      expect(await page.text()).toContain("<title>Ownchart");
    }
    const configuration = await (await fetch(`${appUrl}/configuration.json`)).json();
    expect(configuration).toMatchObject({ rpcUrl: `http://127.0.0.1:${ports.chain}`, gatewayUrl: gatewayUrl() });
    expect(parseDeployment(configuration.deployment).chainId).toBe(31_337);
    expect(configuration.samplePeople).toContainEqual(
      expect.objectContaining({ name: "Tomás Rivera", role: "patient" }),
    );
    const asked = await fetch(gatewayUrl(), { headers: { Origin: appUrl } });
    expect(asked.headers.get("Access-Control-Allow-Origin")).toBe(appUrl);
  });

  test.each(["ipfs", "gateway", "app"] as const)(
    "says so when the port of the %s is taken, and leaves nothing",
    async (name) => {
      const other = createServer().listen(ports[name], "127.0.0.1");
      await once(other, "listening");
      started = npmStart(bare);
      expect(await started.ended).toBe(1);
      expect(started.output()).toContain(`Port ${ports[name]} is taken`);
      expect(started.output()).not.toContain("    at ");
      other.close();
    },
  );

  test.each(["SIGINT", "SIGKILL"] as const)("leaves nothing behind when npm ends by %s", async (signal) => {
    started = npmStart(bare);
    await started.printed("Ready\n");
    await expectNothingBehind(signal);
  });
});

const gatewayUrl = () => `http://localhost:${ports.gateway}`;

async function expectNothingBehind(signal: NodeJS.Signals) {
  for (const port of Object.values(ports)) expect(await isListening(port)).toBe(true);
  started.process.kill(signal);
  await started.ended;
  for (const port of Object.values(ports)) await silence(port);
}
