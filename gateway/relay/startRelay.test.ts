import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { encodeFunctionData, keccak256, toHex } from "viem";
import { generatePrivateKey } from "viem/accounts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { chainProxy } from "#test/support/chainProxy.ts";
import { placeEmptyDatabase } from "#test/support/emptyDatabase.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { parseConfiguration } from "../configuration.ts";
import { attempts, transactions } from "../database/schema.ts";
import { openGateway } from "../openGateway.ts";
import { enqueueTransaction } from "./enqueueTransaction.ts";
import { queuedEvent } from "./RelayEvents.ts";
import { relayState } from "./relayState.ts";
import { startRelay } from "./startRelay.ts";

let chain: LocalChain;
let folder: string;
beforeAll(async () => {
  chain = await localChain();
  folder = await mkdtemp(join(tmpdir(), "ownchart-relay-"));
});
afterAll(async () => {
  await chain.close();
  await rm(folder, { recursive: true });
});

type Opened = Awaited<ReturnType<typeof open>>;

async function open(environment: Record<string, string>) {
  const reports: string[] = [];
  const configuration = parseConfiguration({ OWNCHART_RPC_URL: chain.url, OWNCHART_DATA: folder, ...environment });
  const { dataFolder, databaseUrl } = configuration;
  const { hash: genesis } = await chain.client.getBlock({ blockNumber: 0n });
  if (databaseUrl === undefined) await placeEmptyDatabase(dataFolder, genesis);
  const report = (event: string) => void reports.push(event);
  const gateway = await openGateway({ configuration, deployment: chain.deployment, report });
  await chain.client.setBalance({ address: gateway.account.address, value: 10n ** 21n });
  return { ...gateway, reports };
}

async function enqueue(gateway: Opened, count: number): Promise<void> {
  const { account, deployment, database, now } = gateway;
  const [to, head] = [deployment.contracts.AuditLog, keccak256(toHex(count))];
  const data = encodeFunctionData({ abi: contractAbis.AuditLog, functionName: "anchor", args: [head, BigInt(count)] });
  const [key, sender] = [`anchor:${count}`, account.address];
  await enqueueTransaction(database, { key, name: "Anchor", to, data, gas: 100_000, sender, now: now() });
  gateway.relayEvents.emit(queuedEvent);
}

const rowsOf = ({ database }: Opened) => database.select().from(transactions).orderBy(asc(transactions.position));
const untilAllAre = (state: string, gateway: Opened) =>
  vi.waitFor(async () => expect((await rowsOf(gateway)).every((row) => row.state === state)).toBe(true), 20_000);
const nonceOf = ({ account }: Opened) => chain.client.getTransactionCount({ address: account.address });

test("a relay sends at once what is queued, and tells its operator how it stands", async () => {
  const gateway = await open({ OWNCHART_RELAY_KEY: generatePrivateKey(), OWNCHART_DATA: join(folder, "state") });
  await enqueue(gateway, 1);
  expect(await relayState(gateway)).toEqual({
    queued: 1,
    sent: 0,
    oldestSeconds: expect.any(Number),
    balance: 10n ** 21n,
  });
  const relay = startRelay(gateway);
  await untilAllAre("included", gateway);
  await enqueue(gateway, 2);
  await untilAllAre("included", gateway);
  expect(await relayState(gateway)).toMatchObject({ queued: 0, sent: 0, oldestSeconds: 0 });
  await relay.stop();
  await gateway.close();
});

test("one that is opened again goes on with what the one before had queued and sent", async () => {
  const environment = { OWNCHART_RELAY_KEY: generatePrivateKey(), OWNCHART_DATA: join(folder, "again") };
  await chain.client.setAutomine(false);
  const first = await open(environment);
  const relay = startRelay(first, { inFlight: 2 });
  for (let count = 1; count <= 4; count++) await enqueue(first, count);
  await vi.waitFor(async () => {
    expect((await rowsOf(first)).map(({ state }) => state)).toEqual(["sent", "sent", "queued", "queued"]);
  });
  await relay.stop();
  await first.close();
  await chain.client.setAutomine(true);
  await chain.client.mine({ blocks: 1 });

  const second = await open(environment);
  const next = startRelay(second);
  await untilAllAre("included", second);
  expect((await rowsOf(second)).map(({ nonce }) => nonce)).toEqual([0, 1, 2, 3]);
  expect(await second.database.$count(attempts)).toBe(4);
  await next.stop();
  await second.close();
});

test("one whose chain is gone waits, says so once, and goes on when it is back", async () => {
  const proxy = await chainProxy(chain.url);
  const environment = { OWNCHART_RELAY_KEY: generatePrivateKey(), OWNCHART_DATA: join(folder, "cut") };
  const gateway = await open({ ...environment, OWNCHART_RPC_URL: proxy.url });
  proxy.cut();
  const relay = startRelay(gateway);
  await enqueue(gateway, 1);
  await vi.waitFor(() => expect(gateway.reports).toEqual(["the relay waits"]), 10_000);
  await enqueue(gateway, 2);
  proxy.mend();
  await untilAllAre("included", gateway);
  expect(await nonceOf(gateway)).toBe(2);
  expect(gateway.reports).toHaveLength(1);
  await relay.stop();
  await gateway.close();
  await proxy.close();
});

const url = process.env.DATABASE_URL;
test.runIf(url)(
  "two on one database send everything once, also when one of them ends (needs DATABASE_URL)",
  async () => {
    const environment = { OWNCHART_RELAY_KEY: generatePrivateKey(), DATABASE_URL: url! };
    const [one, other] = [await open(environment), await open(environment)];
    const relays = [startRelay(one), startRelay(other)];
    for (let count = 1; count <= 40; count++) {
      await enqueue(count % 2 === 0 ? one : other, count);
      if (count === 20) await relays[0]!.stop();
    }
    await untilAllAre("included", other);
    const nonces = (await rowsOf(other)).map(({ nonce }) => nonce);
    expect(nonces).toEqual(Array.from({ length: 40 }, (_, nonce) => nonce));
    expect(await nonceOf(one)).toBe(40);
    expect(await other.database.$count(attempts)).toBe(40);
    await relays[1]!.stop();
    await one.close();
    await other.close();
  },
);
