import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generatePrivateKey } from "viem/accounts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { placeEmptyDatabase } from "#test/support/emptyDatabase.ts";
import { freePort } from "#test/support/freePort.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";

let chain: LocalChain;
let folder: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  chain = await localChain();
  folder = await mkdtemp(join(tmpdir(), "ownchart-gateway-"));
  await writeFile(join(folder, "deployment.json"), JSON.stringify(chain.deployment));
});
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
  await chain.close();
});

/** A gateway as an operator runs it. */
async function run(data: string) {
  const { hash: genesis } = await chain.client.getBlock({ blockNumber: 0n });
  await placeEmptyDatabase(join(folder, data), genesis);
  const port = await freePort();
  const child = spawn(process.execPath, [fileURLToPath(new URL("main.ts", import.meta.url))], {
    env: {
      ...process.env,
      OWNCHART_RPC_URL: chain.url,
      OWNCHART_RELAY_KEY: generatePrivateKey(),
      OWNCHART_GATEWAY_PORT: String(port),
      OWNCHART_DATA: join(folder, data),
      OWNCHART_DEPLOYMENT: join(folder, "deployment.json"),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  const ended = once(child, "exit") as Promise<[number | null]>;
  let printed = "";
  child.stdout.on("data", (chunk) => (printed += chunk));
  child.stderr.on("data", (chunk) => (printed += chunk));
  await expect.poll(() => printed, { timeout: 120_000 }).toContain("Gateway 0x");
  return { child, url: `http://127.0.0.1:${port}`, ended, printed: () => printed };
}

test("a gateway ends within five seconds, its streams with it, and leaves its folder to the next", async () => {
  const { child, url, ended } = await run("one");
  const stream = await fetch(`${url}/desk/0x${"ab".repeat(16)}`);
  const begin = performance.now();
  child.kill("SIGTERM");
  expect(await stream.text()).toBe(""); // ended, and not broken off
  expect(await ended).toEqual([0, null]);
  expect(performance.now() - begin).toBeLessThan(5000);

  const next = await run("one");
  expect((await fetch(next.url)).status).toBe(200);
  next.child.kill("SIGKILL");
  await next.ended;
  expect((await fetch((await run("one")).url)).status).toBe(200); // after a kill too
}, 300_000);

test("a gateway tells metrics to this machine, and prints nothing of what was asked", async () => {
  const { url, child, ended, printed } = await run("two");
  const address = `0x${"5e".repeat(20)}`;
  for (const path of [`/credentials/${address}?kind=0`, `/vaults/${address}`, `/${address}`, "/%ff"]) {
    await fetch(`${url}${path}`);
  }
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toContain('route="/credentials/:address",status="4xx"} 1');
  expect(metrics).not.toContain(address);
  child.kill("SIGTERM");
  await ended;
  expect(printed()).not.toContain(address);
}, 300_000);

test.each([
  [
    "a key that is none",
    { OWNCHART_RELAY_KEY: "0x12" },
    /^OWNCHART_RELAY_KEY is missing, or not what it should be\.\n$/,
  ],
  [
    "a chain that is away",
    { OWNCHART_RPC_URL: "http://127.0.0.1:1/secret" },
    /^\S+ The gateway did not start\. Http.*\n$/,
  ],
])(
  "a gateway with %s says so in one line, and nothing of what was configured",
  async (_, environment, said) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL("main.ts", import.meta.url))], {
      env: { ...process.env, OWNCHART_RELAY_KEY: generatePrivateKey(), ...environment },
      stdio: ["ignore", "ignore", "pipe"],
    });
    running.push(child);
    let printed = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (printed += text));
    expect(await once(child, "close")).toEqual([1, null]);
    expect(printed).toMatch(said);
    expect(printed).not.toContain("secret");
  },
  60_000,
);
