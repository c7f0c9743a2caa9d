import { createWalletClient, http, keccak256, toHex } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openChart } from "#core/chart/openChart.ts";
import { type ChainPerson, type ChainWorld, chainWorld } from "#test/support/chainWorld.ts";
import { type FakeGateway, fakeGateway, json, problem } from "#test/support/fakeGateway.ts";
import { otherDoctor, doctor as payer } from "#test/support/doctors.ts";
import { holdBlocks } from "#test/system/support/holdBlocks.ts";
import { ClientError } from "../ClientError.ts";
import type { SignedMessage } from "./Change.ts";
import type { SentMemory, SentMessage } from "./SentMessage.ts";
import { bringByPaying } from "./bringByPaying.ts";
import { createChartChain } from "./createChartChain.ts";
import { endingOf } from "./endingOf.ts";

let world: ChainWorld;
let gateway: FakeGateway;
let patient: ChainPerson;
beforeAll(async () => void (world = await chainWorld()), 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  gateway = await fakeGateway();
  patient = world.person();
  await openChart({ holder: patient });
});
afterEach(() => gateway.close());

const rotation = () => ({ subject: patient.address, epoch: 0, nextKeysetHash: keccak256(toHex("next")) });

function memory(): SentMemory & { last: SentMessage; told: string[] } {
  const it = {
    last: {} as SentMessage,
    told: [] as string[],
    began: async (message: SentMessage) => void ((it.last = message), it.told.push("began")),
    paid: async (_: unknown, transaction: SentMessage["transaction"]) => void (it.last = { ...it.last, transaction }),
    ended: async () => void it.told.push("ended"),
    left: async () => void it.told.push("left"),
  };
  return it;
}

/** A rotation that is signed, and of which nothing more is heard here: as when the page is reloaded. */
async function sendOff(bring: (message: SignedMessage) => Promise<void> = async () => {}) {
  const sent = memory();
  let message: SignedMessage | undefined;
  const left = new ClientError("RelaySilent");
  const chain = createChartChain({
    chain: world.chain,
    signer: patient.account,
    sent,
    async bring(signed) {
      message = signed;
      await bring(signed);
      throw left;
    },
  });
  await chain.rotate(rotation()).catch(() => {});
  return { sent: sent.last, told: sent.told, message: message! };
}

const look = (sent: SentMessage) =>
  endingOf({ chain: world.chain, gateway: gateway.client, signer: payer.address, sent });
const relaySays = (state: object) =>
  gateway.answers.set("", (response, { path }) => json({ digest: path.slice("/relay/".length), ...state })(response));

describe("a message whose sender has gone", () => {
  test("is remembered by nothing but what the chain will show", async () => {
    const { sent, told } = await sendOff();
    expect(told).toEqual(["began", "left"]);
    expect(Object.keys(sent).toSorted()).toEqual(
      ["about", "deadline", "digest", "genesis", "name", "sentAt", "since"].toSorted(),
    );
  });

  test("can still happen while a relay has it, and is done once the chain shows it, whoever brought it", async () => {
    const { sent, message } = await sendOff();
    relaySays({ state: "sent" });
    expect(await look(sent)).toBeUndefined();
    relaySays({ state: "included" });
    expect(await look(sent)).toBeUndefined();
    await world.pay(message);
    expect(await look(sent)).toEqual({ is: "done", isReplaced: false });
  });

  test("is not taken for another of the same kind", async () => {
    relaySays({ state: "sent" });
    const { sent } = await sendOff();
    await world.person(patient.account).services.chain.rotate({ ...rotation(), nextKeysetHash: keccak256("0x07") });
    expect(await look(sent)).toBeUndefined();
  });

  test("is refused by the name that the relay was told", async () => {
    const { sent } = await sendOff();
    relaySays({ state: "failed", error: { name: "ConsentEpochStale", title: "x" } });
    expect(await look(sent)).toEqual({ is: "refused", name: "ConsentEpochStale" });
    relaySays({ state: "failed" });
    expect(await look(sent)).toEqual({ is: "refused", name: "RelayFailed" });
  });

  test("is lost where the gateway never had it, once it cannot be under way any more", async () => {
    const { sent } = await sendOff();
    gateway.answers.set("", problem("NotFound", 404));
    expect(await look(sent)).toBeUndefined();
    expect(await look({ ...sent, sentAt: sent.sentAt - 11_000 })).toEqual({ is: "lost" });
  });

  test("is asked for again where the gateway is away", async () => {
    const { sent } = await sendOff();
    gateway.answers.set("", problem("StorageUnreachable", 503));
    await expect(look(sent)).rejects.toMatchObject({ name: "StorageUnreachable" });
  });

  test("is expired an hour later, and elsewhere where the chain is another one", async () => {
    const { sent } = await sendOff();
    expect(await look({ ...sent, deadline: 1 })).toEqual({ is: "expired" });
    expect(await look({ ...sent, genesis: keccak256("0x09") })).toEqual({ is: "elsewhere" });
  });
});

describe("a message that its signer pays for", () => {
  const wallet = () => createWalletClient({ account: payer, transport: http(world.local.url) });

  /** Sent and not included; what comes back lets blocks come again. */
  async function held() {
    const release = await holdBlocks(world.local.url);
    const { sent, message } = await sendOff();
    const hash = await wallet().sendTransaction({ to: message.to, data: message.data, gas: 500_000n, chain: null });
    const { nonce } = await world.chain.client.getTransaction({ hash });
    return { release, message, nonce, sent: { ...sent, transaction: { hash, nonce } } };
  }

  const fees = { maxFeePerGas: 50_000_000_000n, maxPriorityFeePerGas: 10_000_000_000n, gas: 500_000n, chain: null };

  test("is followed to a transaction that the wallet sent in place of the first, to be faster", async () => {
    const { release, message, nonce, sent } = await held();
    expect(await look(sent)).toBeUndefined();
    await wallet().sendTransaction({ to: message.to, data: message.data, nonce, ...fees });
    await release();
    expect(await look(sent)).toEqual({ is: "done", isReplaced: true });
  });

  test("is cancelled where the wallet sent something else", async () => {
    const { release, nonce, sent } = await held();
    await wallet().sendTransaction({ to: payer.address, value: 0n, nonce, ...fees });
    await release();
    expect(await look(sent)).toEqual({ is: "cancelled" });
  });

  test("is refused by the contract's name", async () => {
    const { release, sent } = await held();
    // Somebody else's rotation comes first, with a higher fee.
    const other = { ...rotation(), nextKeysetHash: keccak256("0x08") };
    const bring = async ({ to, data }: SignedMessage) => {
      const second = createWalletClient({ account: otherDoctor, transport: http(world.local.url) });
      await second.sendTransaction({ to, data, ...fees });
      await release();
    };
    await createChartChain({ chain: world.chain, signer: patient.account, bring }).rotate(other);
    expect(await look(sent)).toEqual({ is: "refused", name: "ConsentEpochStale" });
  });

  test("is told to be cancelled while it is waited for, too", async () => {
    const release = await holdBlocks(world.local.url);
    const sent = memory();
    const pay = async ({ to, data }: { to: `0x${string}`; data: `0x${string}` }) => {
      const hash = await wallet().sendTransaction({ to, data, gas: 500_000n, chain: null });
      const { nonce } = await world.chain.client.getTransaction({ hash });
      setTimeout(async () => {
        await wallet().sendTransaction({ to: payer.address, value: 0n, nonce, ...fees });
        await release();
      }, 300);
      return hash;
    };
    const bring = bringByPaying({ chain: world.chain, pay, sent });
    const chain = createChartChain({ chain: world.chain, signer: patient.account, bring, sent });
    await expect(chain.rotate(rotation())).rejects.toMatchObject({ name: "TransactionCancelled" });
    expect(sent.told).toEqual(["began", "ended"]);
  });
});
