import { type Hex, createWalletClient, http, keccak256, toEventSelector, toHex } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { openChart } from "#core/chart/openChart.ts";
import { rotateKeys } from "#core/chart/rotateKeys.ts";
import { type ChainPerson, type ChainWorld, chainWorld } from "#test/support/chainWorld.ts";
import { type RpcProxy, rpcProxy } from "#test/support/rpcProxy.ts";
import { chartErrorOf } from "./chartErrorOf.ts";
import { createChartChain } from "./createChartChain.ts";
import { createClientChain } from "./createClientChain.ts";
import { readShared } from "./readShared.ts";

type RawLog = { topics: Hex[]; data: Hex; blockNumber: Hex; blockTimestamp?: Hex };

let world: ChainWorld;
let proxy: RpcProxy;
let patient: ChainPerson;
beforeAll(async () => {
  world = await chainWorld();
  patient = world.person();
  await openChart({ holder: patient });
  await rotateKeys({ holder: patient });
  await rotateKeys({ holder: patient });
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => void (proxy = await rpcProxy(world.local.url)));
afterEach(() => proxy.close());

const selectors = Object.fromEntries(
  Object.values(contractAbis)
    .flat()
    .filter((item) => item.type === "event")
    .map((event) => [event.name, toEventSelector(event)]),
);

/** What somebody sees who has just started, through the proxy. */
function throughProxy() {
  const { deployment } = world.local;
  const chain = createClientChain({ rpcUrl: proxy.url, deployment });
  return { chain, services: world.servicesOf(patient.account, chain) };
}

function changeLogs(change: (logs: RawLog[]) => RawLog[]): void {
  proxy.tamper = ({ method }, answer) =>
    method === "eth_getLogs" ? { ...answer, result: change(answer.result as RawLog[]) } : undefined;
}

const isEvent = (log: RawLog, name: string) => log.topics[0] === selectors[name];

/** With this instead of the keyset in the newest event. */
function withKeyset(logs: RawLog[], keyset: Hex): RawLog[] {
  const newest = logs.at(-1)!;
  return [...logs.slice(0, -1), { ...newest, data: `${newest.data.slice(0, 66)}${keyset.slice(2)}` as Hex }];
}

const hashOf = (text: string): Hex => keccak256(toHex(text));
const publish = (capsuleHashes: Hex[]) =>
  patient.services.chain.publish({ author: patient.address, subject: patient.address, epoch: 0, capsuleHashes });

const chartOf = () => throughProxy().services.chain.chartOf(patient.address);

describe("a chart whose node", () => {
  test("tells everything has all epochs", async () => {
    expect([...(await chartOf())!.keysetHashes.keys()]).toEqual([0, 1, 2]);
  });

  test.each<[string, (logs: RawLog[]) => RawLog[]]>([
    ["leaves out the newest epoch", (logs) => logs.slice(0, -1)],
    ["leaves out an epoch between", (logs) => logs.filter((_, i) => i !== 1)],
    ["leaves out the opening", (logs) => logs.filter((log) => !isEvent(log, "ChartOpened"))],
    ["leaves out everything", () => []],
    ["repeats an epoch", (logs) => [...logs, logs.at(-1)!]],
    ["tells another keyset", (logs) => withKeyset(logs, hashOf("another"))],
  ])("%s contradicts itself", async (_, change) => {
    changeLogs(change);
    await expect(chartOf()).rejects.toMatchObject({ name: "ChainContradictsItself" });
  });

  test("lagged once is asked again", async () => {
    let isFirst = true;
    changeLogs((logs) => {
      const told = isFirst ? logs.slice(0, -1) : logs;
      isFirst = false;
      return told;
    });
    expect((await chartOf())!.epoch).toBe(2);
  });

  test("takes small ranges only is asked for small ranges", async () => {
    await world.local.client.mine({ blocks: 40 });
    proxy.tamper = ({ method, params }, { id }) => {
      if (method !== "eth_getLogs") return undefined;
      const [{ fromBlock, toBlock }] = params as [{ fromBlock: Hex; toBlock: Hex }];
      const isTooMuch = Number(toBlock) - Number(fromBlock) >= 8;
      return isTooMuch ? { id, jsonrpc: "2.0", error: { code: -32_005, message: "limit exceeded" } } : undefined;
    };
    expect((await chartOf())!.epoch).toBe(2);
    const head = Number((await world.chain.head()).number);
    const asked = proxy.asked.filter(({ method }) => method === "eth_getLogs").length;
    expect(asked).toBeLessThanOrEqual(2 * Math.ceil(head / 4));
  });

  test("does not say when blocks were made is asked for them, each once", async () => {
    await publish(["a", "b", "c"].map(hashOf));
    const { services } = throughProxy();
    changeLogs((logs) => logs.map((log) => Object.assign(log, { blockTimestamp: undefined })));
    const told = await world.servicesOf(patient.account).chain.recordsOf(patient.address);
    expect(await services.chain.recordsOf(patient.address)).toEqual(told);
    const blocks = proxy.asked.filter(({ method }) => method === "eth_getBlockByHash");
    expect(blocks).toHaveLength(1);
  });

  test("refuses everything is unreachable, and no address is told of it", async () => {
    proxy.tamper = (_, { id }) => ({ id, jsonrpc: "2.0", error: { code: -32_603, message: "secret at http://x" } });
    const error = (await chartOf().catch((it: unknown) => it)) as Error & { detail: string };
    expect(error).toMatchObject({ name: "ChainUnreachable" });
    expect(`${error.message}${error.detail}${String(error.cause)}`).not.toMatch(/http|secret/);
  });
});

describe("what was read before", () => {
  test("is continued, not read again", async () => {
    const { services } = throughProxy();
    await services.chain.chartOf(patient.address);
    await world.local.client.mine({ blocks: 30 });
    proxy.asked.length = 0;
    await services.chain.chartOf(patient.address);
    const logs = proxy.asked.find(({ method }) => method === "eth_getLogs");
    const { number } = await world.chain.head();
    const [{ fromBlock }] = logs!.params as [{ fromBlock: Hex }];
    expect(Number(fromBlock)).toBeGreaterThan(Number(number) - 45);
    expect(proxy.asked.length).toBeLessThanOrEqual(4);
  });

  test("is forgotten when the chain has been reorganised", async () => {
    const { services } = throughProxy();
    const other = world.person();
    const snapshot = await world.local.client.snapshot();
    const keysetHash = hashOf("before");
    await other.services.chain.openChart({ subject: other.address, keysetHash });
    await world.local.client.mine({ blocks: 12 });
    expect((await services.chain.chartOf(other.address))!.keysetHashes.get(0)).toBe(keysetHash);

    await world.local.client.revert({ id: snapshot });
    expect(await services.chain.chartOf(other.address)).toBeUndefined();
    await world.local.client.mine({ blocks: 1, interval: 7 });
    await other.services.chain.openChart({ subject: other.address, keysetHash: hashOf("after") });
    await world.local.client.mine({ blocks: 20 });
    expect((await services.chain.chartOf(other.address))!.keysetHashes.get(0)).toBe(hashOf("after"));
  });
});

describe("a grant whose node", () => {
  test("tells of it under other terms contradicts itself", async () => {
    const { address: grantee } = world.physicians[0]!;
    const { time } = await world.chain.head();
    const terms = { validFrom: 0, validUntil: time + 3600, termsHash: hashOf("terms") };
    const grant = { subject: patient.address, grantee, read: true, contribute: false, epoch: 2, ...terms };
    await patient.services.chain.grant({ ...grant, termsHash: hashOf("earlier"), validUntil: time + 7200 });
    await patient.services.chain.grant(grant);
    const { grantsOf } = throughProxy().services.chain;
    expect((await grantsOf(patient.address)).map(({ termsHash }) => termsHash)).toEqual([hashOf("terms")]);
    changeLogs((logs) => logs.slice(0, -1));
    const lied = throughProxy().services.chain.grantsOf(patient.address);
    await expect(lied).rejects.toMatchObject({ name: "ChainContradictsItself" });
  });
});

test("a key that is not the one whose hash stands on chain contradicts it", async () => {
  const owner = patient.address;
  await patient.services.chain.publishKey({ owner, suite: 1, publicKey: new Uint8Array(32).fill(5) });
  changeLogs((logs) =>
    logs.map((log) => ({ ...log, data: log.data.replace("05".repeat(32), "06".repeat(32)) as Hex })),
  );
  const { services } = throughProxy();
  await expect(services.chain.publishedKey(owner)).rejects.toMatchObject({ name: "ChainContradictsItself" });
});

describe("another chain", () => {
  test("is told by its number", async () => {
    const deployment = { ...world.local.deployment, chainId: 1 };
    const chain = createClientChain({ rpcUrl: world.local.url, deployment });
    const services = world.servicesOf(patient.account, chain);
    await expect(services.chain.chartOf(patient.address)).rejects.toMatchObject({ name: "OtherChain" });
  });

  test("without the contracts is told by that", async () => {
    const { deployment } = world.local;
    const contracts = { ...deployment.contracts, ConsentRegistry: patient.address };
    const chain = createClientChain({ rpcUrl: world.local.url, deployment: { ...deployment, contracts } });
    const services = world.servicesOf(patient.account, chain);
    await expect(services.chain.chartOf(patient.address)).rejects.toMatchObject({ name: "ContractsMissing" });
  });
});

test("what authors and subjects say about records shows in where they stand", async () => {
  const { local, chain } = world;
  const author = world.person();
  const [one, two, three, four] = ["1", "2", "3", "4"].map(hashOf) as [Hex, Hex, Hex, Hex];
  const publication = { author: author.address, subject: author.address, epoch: 0 };
  await author.services.chain.publish({ ...publication, capsuleHashes: [one, two, three] });
  await local.client.impersonateAccount({ address: author.address });
  await local.client.setBalance({ address: author.address, value: 10n ** 20n });
  const wallet = { address: local.deployment.contracts.RecordRegistry, abi: contractAbis.RecordRegistry } as const;
  const sender = createWalletClient({ account: author.address, transport: http(local.url) });
  const write = { ...wallet, chain: null, account: author.address } as const;
  await sender.writeContract({ ...write, functionName: "dispute", args: [one] });
  await sender.writeContract({ ...write, functionName: "supersede", args: [author.address, 0, two, four] });
  await sender.writeContract({ ...write, functionName: "markEnteredInError", args: [author.address, three] });
  const records = await createChartChain({
    chain,
    signer: author.account,
    bring: () => Promise.reject(new Error("unused")),
  }).recordsOf(author.address);
  expect(records.map(({ capsuleHash, status }) => [capsuleHash, status])).toEqual([
    [one, "disputed"],
    [two, "superseded"],
    [three, "entered-in-error"],
    [four, "current"],
  ]);
});

test("charts shared with somebody are told newest first, without those that have ended", async () => {
  const grantee = world.person();
  const { time } = await world.chain.head();
  const shareWith = async (validFrom: number, validUntil: number) => {
    const subject = world.person();
    await openChart({ holder: subject });
    const grant = { validFrom, validUntil, read: true, contribute: true, termsHash: hashOf("terms"), epoch: 0 };
    await subject.services.chain.grant({ ...grant, subject: subject.address, grantee: grantee.address });
    return subject;
  };
  const inForce = await shareWith(0, time + 86_400);
  const toCome = await shareWith(time + 3600, time + 7200);
  await shareWith(0, time + 60);
  const revoked = await shareWith(0, time + 86_400);
  const revocation = { subject: revoked.address, grantee: grantee.address, epoch: 0, nextKeysetHash: hashOf("next") };
  expect(await revoked.services.chain.revoke(revocation)).toEqual({ isRotated: true });
  await world.passTime(120);
  const shared = await readShared(world.chain, grantee.address);
  expect(shared.map(({ subject }) => subject)).toEqual([toCome.address, inForce.address]);
  expect(shared[0]).toMatchObject({ validFrom: time + 3600, validUntil: time + 7200, read: true, contribute: true });
});

test("a node that is gone is called unreachable", async () => {
  const chain = createClientChain({ rpcUrl: "http://127.0.0.1:9", deployment: world.local.deployment });
  const error = await readShared(chain, patient.address).catch(chartErrorOf);
  expect(error).toMatchObject({ name: "ChainUnreachable" });
});
