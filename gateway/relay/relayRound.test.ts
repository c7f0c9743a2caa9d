import { asc, eq } from "drizzle-orm";
import { type Hex, encodeFunctionData, keccak256, parseGwei, parseTransaction, toHex, zeroHash } from "viem";
import { createWalletClient, http } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";
import { attempts, leases, transactions } from "../database/schema.ts";
import { type Relay, type RelayOptions, type RelayStep, createRelay } from "./createRelay.ts";
import { enqueueTransaction } from "./enqueueTransaction.ts";
import { relayRound } from "./relayRound.ts";

let chain: LocalChain;
let gateway: TestGateway;
let now: number;
let total: number;

let snapshot: Hex;

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain, { now: () => now });
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});
beforeEach(async () => {
  [now, total] = [1_800_000_000, 0];
  snapshot = await chain.client.snapshot();
});
afterEach(async () => {
  await chain.client.revert({ id: snapshot });
  await chain.client.setAutomine(true);
  for (const table of [attempts, transactions, leases]) await gateway.database.delete(table);
});

/** What a gateway sends of its own: anchors, each of which must count more than the one before. */
async function anchor(count = ++total, more: { gas?: number } = {}): Promise<string> {
  const args = [keccak256(toHex(count)), BigInt(count)] as const;
  const data = encodeFunctionData({ abi: contractAbis.AuditLog, functionName: "anchor", args });
  const [to, sender, key] = [chain.deployment.contracts.AuditLog, gateway.account.address, `anchor:${count}`];
  await enqueueTransaction(gateway.database, { key, name: "Anchor", to, data, gas: 100_000, sender, now, ...more });
  return key;
}

const newRelay = (options?: RelayOptions) => createRelay(gateway, options);
const rounds = async (relay: Relay, count = 4) => {
  for (let i = 0; i < count; i++) await relayRound(relay);
};
const rows = () => gateway.database.select().from(transactions).orderBy(asc(transactions.position));
const states = async () => (await rows()).map(({ state }) => state);
const rowOf = async (key: string) => (await rows()).find((row) => row.key === key)!;
const attemptsOf = async (key: string) => {
  const { position } = await rowOf(key);
  return gateway.database
    .select()
    .from(attempts)
    .where(eq(attempts.transaction, position))
    .orderBy(asc(attempts.sentAt));
};
const anchoredCount = async () => {
  const { AuditLog: address } = chain.deployment.contracts;
  const call = { address, abi: contractAbis.AuditLog, functionName: "heads", args: [gateway.account.address] } as const;
  return Number((await chain.client.readContract(call))[0]);
};
const nonceOnChain = () => chain.client.getTransactionCount({ address: gateway.account.address });

/** A transaction of the operator's own, from the relay's account and past the relay. */
async function sendByHand(nonce: number, gwei = "150"): Promise<Hex> {
  const wallet = createWalletClient({ transport: http(chain.url), account: gateway.account });
  const maxFeePerGas = parseGwei(gwei);
  const fees = { maxFeePerGas, maxPriorityFeePerGas: maxFeePerGas };
  return wallet.sendTransaction({ chain: null, to: gateway.account.address, nonce, gas: 21_000n, ...fees });
}

describe("what is queued", () => {
  test("is sent in its order, with nonces that have no gaps", async () => {
    for (let i = 0; i < 5; i++) await anchor();
    await rounds(newRelay());
    expect((await rows()).map(({ nonce }) => nonce)).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(await states())).toEqual(new Set(["included"]));
    expect(await anchoredCount()).toBe(5);
  });

  test("waits while as much as may is in flight", async () => {
    await chain.client.setAutomine(false);
    for (let i = 0; i < 5; i++) await anchor();
    const relay = newRelay({ inFlight: 2 });
    await rounds(relay);
    expect(await states()).toEqual(["sent", "sent", "queued", "queued", "queued"]);
    await chain.client.mine({ blocks: 1 });
    await rounds(relay);
    expect(await states()).toEqual(["included", "included", "sent", "sent", "queued"]);
  });

  test("fails without a nonce, and at no cost, where the contract would refuse it by now", async () => {
    await anchor(7);
    const stale = await anchor(3);
    const relay = newRelay({ inFlight: 1 });
    await rounds(relay);
    expect(await rowOf(stale)).toMatchObject({ state: "failed", nonce: null, block: null });
    expect((await rowOf(stale)).error).toMatch(/^AuditCountNotGrowing [A-Z].*\.$/);
    expect(await nonceOnChain()).toBe(1);
  });

  test("that is refused in its block has failed, with the contract's reason", async () => {
    await chain.client.setAutomine(false);
    await anchor(9);
    const stale = await anchor(4);
    const relay = newRelay();
    await rounds(relay);
    await chain.client.mine({ blocks: 1 });
    await rounds(relay);
    expect(await rowOf(stale)).toMatchObject({ state: "failed", nonce: 1 });
    expect((await rowOf(stale)).error).toMatch(/^AuditCountNotGrowing [A-Z].*\.$/);
  });

  test("waits while the network asks too much, and then goes", async () => {
    await chain.client.setNextBlockBaseFeePerGas({ baseFeePerGas: parseGwei("500") });
    await chain.client.mine({ blocks: 1 });
    const key = await anchor();
    const relay = newRelay();
    await rounds(relay);
    expect(await rowOf(key)).toMatchObject({ state: "queued", nonce: null });
    await chain.client.setNextBlockBaseFeePerGas({ baseFeePerGas: parseGwei("1") });
    await chain.client.mine({ blocks: 1 });
    await rounds(relay);
    expect(await rowOf(key)).toMatchObject({ state: "included" });
  });
});

describe("what is in flight", () => {
  beforeEach(() => chain.client.setAutomine(false));

  test("is offered a quarter more when a block has passed it over, and any attempt counts", async () => {
    const key = await anchor();
    const relay = newRelay({ stuckSeconds: 30 });
    await rounds(relay);
    const [first] = await attemptsOf(key);
    await chain.client.dropTransaction({ hash: first!.hash });
    await chain.client.mine({ blocks: 1 });
    now += 29;
    await rounds(relay);
    expect(await attemptsOf(key)).toHaveLength(1);
    now += 1;
    await rounds(relay);
    const [, second] = await attemptsOf(key);
    expect(BigInt(second!.maxFeePerGas)).toBeGreaterThanOrEqual((BigInt(first!.maxFeePerGas) * 5n) / 4n);
    const nonces = (await attemptsOf(key)).map(({ raw }) => parseTransaction(raw).nonce ?? 0);
    expect(nonces).toEqual([0, 0]);
    await chain.client.mine({ blocks: 1 });
    await rounds(relay);
    expect(await rowOf(key)).toMatchObject({ state: "included", nonce: 0 });
    expect(await chain.client.getTransactionReceipt({ hash: second!.hash })).toMatchObject({ status: "success" });
  });

  test("counts as included by an earlier attempt too", async () => {
    const key = await anchor();
    const relay = newRelay({ stuckSeconds: 30 });
    await rounds(relay);
    const [first] = await attemptsOf(key);
    await chain.client.dropTransaction({ hash: first!.hash });
    await chain.client.mine({ blocks: 1 });
    now += 30;
    await rounds(relay);
    const second = (await attemptsOf(key))[1]!;
    await chain.client.dropTransaction({ hash: second.hash });
    await chain.client.sendRawTransaction({ serializedTransaction: first!.raw });
    await chain.client.mine({ blocks: 1 });
    await rounds(relay);
    expect(await rowOf(key)).toMatchObject({ state: "included" });
    expect(await chain.client.getTransactionReceipt({ hash: first!.hash })).toMatchObject({ status: "success" });
  });

  test("is offered no more than is paid for, and stays", async () => {
    const key = await anchor();
    const relay = newRelay({ stuckSeconds: 30, forgottenSeconds: 10_000 });
    await rounds(relay);
    for (let i = 0; i < 40; i++) {
      const newest = (await attemptsOf(key)).at(-1)!;
      await chain.client.dropTransaction({ hash: newest.hash }).catch(() => undefined);
      await chain.client.mine({ blocks: 1 });
      now += 31;
      await rounds(relay, 1);
    }
    const prices = (await attemptsOf(key)).map(({ maxFeePerGas }) => BigInt(maxFeePerGas));
    expect(prices.length).toBeGreaterThan(5);
    expect(prices.every((price) => price <= parseGwei("200"))).toBe(true);
    expect(await rowOf(key)).toMatchObject({ state: "sent", nonce: 0 });
  });

  test("is offered more when the price has risen above it, though no block comes", async () => {
    const key = await anchor();
    const relay = newRelay({ stuckSeconds: 30 });
    await chain.client.setNextBlockBaseFeePerGas({ baseFeePerGas: parseGwei("1") });
    await chain.client.mine({ blocks: 1 });
    await rounds(relay);
    await chain.client.setNextBlockBaseFeePerGas({ baseFeePerGas: parseGwei("30") });
    await chain.client.mine({ blocks: 1 });
    now += 30;
    await rounds(relay);
    await chain.client.mine({ blocks: 1 });
    await rounds(relay);
    expect(await rowOf(key)).toMatchObject({ state: "included" });
    expect((await attemptsOf(key)).length).toBe(2);
  });

  test("is sent again, the same bytes, when nodes have forgotten it", async () => {
    const key = await anchor();
    const relay = newRelay({ forgottenSeconds: 20, stuckSeconds: 1000 });
    await rounds(relay);
    const [{ hash } = { hash: zeroHash }] = await attemptsOf(key);
    await chain.client.dropTransaction({ hash });
    now += 21;
    await rounds(relay);
    await chain.client.mine({ blocks: 1 });
    await rounds(relay);
    expect(await chain.client.getTransactionReceipt({ hash })).toMatchObject({ status: "success" });
    expect(await rowOf(key)).toMatchObject({ state: "included" });
  });

  test("gets another nonce when the operator has used its own", async () => {
    const [first, second] = [await anchor(), await anchor()];
    const relay = newRelay();
    await rounds(relay);
    await sendByHand(0);
    await chain.client.mine({ blocks: 1 });
    await rounds(relay);
    await chain.client.mine({ blocks: 1 });
    await rounds(relay);
    expect(await rowOf(second)).toMatchObject({ state: "included", nonce: 1 });
    expect(await rowOf(first)).toMatchObject({ state: "failed", error: expect.stringMatching(/^Audit/) });
  });

  test("is followed through a reorganisation until it lies deep enough", async () => {
    const key = await anchor();
    const relay = newRelay({ confirmations: 3 });
    const fork = await chain.client.snapshot();
    await rounds(relay);
    await chain.client.mine({ blocks: 1 });
    await rounds(relay);
    const included = await rowOf(key);
    expect(included).toMatchObject({ state: "included" });

    await chain.client.revert({ id: fork });
    await chain.client.mine({ blocks: 1 });
    await rounds(relay);
    expect(await rowOf(key)).toMatchObject({ state: "sent", block: null, nonce: 0 });
    await chain.client.mine({ blocks: 1 });
    await rounds(relay);
    expect(await rowOf(key)).toMatchObject({ state: "included" });
    expect((await rowOf(key)).block).not.toBe(included.block);
    await chain.client.mine({ blocks: 4 });
    await rounds(relay);
    expect(relay.finalNonce).toBe(1);
  });

  test("fills a nonce that was lost before it uses new ones", async () => {
    await anchor();
    const relay = newRelay({ inFlight: 2 });
    await rounds(relay);
    await gateway.database.update(transactions).set({ state: "failed", nonce: null });
    await gateway.database.update(transactions).set({ nonce: 1, state: "sent" });
    const key = await anchor();
    await rounds(relay, 1);
    expect(await rowOf(key)).toMatchObject({ state: "sent", nonce: 0 });
  });
});

describe("a relay that ends in the middle", () => {
  class Killed extends Error {}

  test.each<[RelayStep, number]>([
    ["settled", 1],
    ["assigned", 1],
    ["sent one", 1],
    ["sent one", 2],
    ["sent all", 1],
    ["settled", 2],
    ["assigned", 2],
  ])("after it has %s for time %i is gone on with by the next, and nothing is sent twice", async (step, time) => {
    const keys = [await anchor(), await anchor(), await anchor()];
    let left = time;
    const afterStep = (done: RelayStep) => {
      if (done === step && --left === 0) throw new Killed();
    };
    await expect(rounds(newRelay({ afterStep }))).rejects.toThrow(Killed);
    await gateway.database.delete(leases); // as time does
    await rounds(newRelay());
    for (const key of keys) {
      expect(await rowOf(key)).toMatchObject({ state: "included" });
      expect(await attemptsOf(key)).toHaveLength(1);
    }
    expect(await nonceOnChain()).toBe(3);
  });
});
