import { type Hex, keccak256, numberToHex, toHex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bySigCall } from "#core/chain/bySigCall.ts";
import { digestOf } from "#core/chain/digestOf.ts";
import type { MessageValues } from "#core/chain/messageValues.ts";
import { openChart } from "#core/chart/openChart.ts";
import { type ChainPerson, type ChainWorld, chainWorld } from "#test/support/chainWorld.ts";
import {
  type FakeAnswer,
  type FakeGateway,
  bytes,
  cutAfter,
  fakeGateway,
  inTurn,
  json,
  problem,
} from "#test/support/fakeGateway.ts";
import type { Signer } from "../Connection.ts";
import { bringByRelay } from "../gateway/bringByRelay.ts";
import { bringByPaying } from "./bringByPaying.ts";
import { createChartChain } from "./createChartChain.ts";

let world: ChainWorld;
let patient: ChainPerson;
beforeAll(async () => void (world = await chainWorld()), 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  patient = world.person();
  await openChart({ holder: patient });
});

const hashOf = (text: string): Hex => keccak256(toHex(text));
const rotation = () => ({ subject: patient.address, epoch: 0, nextKeysetHash: hashOf("next") });
const epochNow = async () => (await patient.services.chain.chartOf(patient.address))!.epoch;

test("six hundred records are published under three signatures, and listed", async () => {
  let signatures = 0;
  const account = privateKeyToAccount(generatePrivateKey());
  const signTypedData: typeof account.signTypedData = (typedData) => {
    signatures++;
    return account.signTypedData(typedData);
  };
  const { chain } = world.servicesOf({ ...account, signTypedData } as never);
  const capsuleHashes = Array.from({ length: 600 }, (_, i) => hashOf(numberToHex(i)));
  const { address } = account;
  await chain.publish({ author: address, subject: address, epoch: 0, capsuleHashes });
  expect((await chain.recordsOf(address)).map(({ capsuleHash }) => capsuleHash)).toEqual(capsuleHashes);
  expect(signatures).toBe(3);
});

describe("a change", () => {
  test("that the signer does not sign is none", async () => {
    const signer = { ...patient.account, signTypedData: () => Promise.reject(new Error("no")) };
    const { chain } = world.servicesOf(signer as never);
    await expect(chain.rotate(rotation())).rejects.toMatchObject({ name: "NotSigned" });
  });

  test("that cannot be paid for is none", async () => {
    const bring = bringByPaying({
      chain: world.chain,
      pay: () => Promise.reject(new Error("insufficient funds")),
    });
    const chain = createChartChain({ chain: world.chain, signer: patient.account, bring });
    await expect(chain.rotate(rotation())).rejects.toMatchObject({ name: "TransactionNotSent" });
  });

  test("signed by somebody else is refused by the contract's name", async () => {
    const { chain } = world.servicesOf(world.person().account);
    await expect(chain.rotate(rotation())).rejects.toMatchObject({ name: "ConsentSignatureInvalid" });
  });
});

/** What is said later, about whatever digest is asked for. */
const telling =
  (...says: object[]): FakeAnswer =>
  (response, { path }) => {
    const digest = path.slice("/relay/".length);
    const events = says.map((state) => `data: ${JSON.stringify({ digest, transactions: [], ...state })}\n\n`);
    bytes(Buffer.from(events.join("")), "text/event-stream")(response);
  };
const answeringJson =
  (says: object): FakeAnswer =>
  (response, { path }) =>
    json({ digest: path.slice("/relay/".length), transactions: [], ...says })(response);

const breakingOff: FakeAnswer = (response) => response.destroy();

describe("a relay", () => {
  let gateway: FakeGateway;
  beforeEach(async () => void (gateway = await fakeGateway()));
  afterEach(() => gateway.close());

  const chainBy = (signer: Signer = patient.account, milliseconds = 5000) => {
    const bring = bringByRelay({ gateway: gateway.client, milliseconds });
    return createChartChain({ chain: world.chain, signer, bring });
  };

  type Posted = { name: "Rotate"; values: Record<string, string>; signature: Hex };
  const postedIn = (body: Buffer) => JSON.parse(String(body)) as Posted;

  /** Of the rotation that was posted, which is what all these tests change. */
  function read({ values, signature }: Posted) {
    const { subject, epoch, nextKeyset, deadline } = values;
    const typed = { subject, epoch: Number(epoch), nextKeyset, deadline: BigInt(deadline!) } as MessageValues<"Rotate">;
    const { chainId, contracts } = world.local.deployment;
    const to = contracts.ConsentRegistry;
    const digest = digestOf({ name: "Rotate", values: typed, chainId, contract: to });
    return { digest, to, data: bySigCall({ name: "Rotate", values: typed, signature }) };
  }

  /** Takes a message, brings it or not, and says this about it. */
  const taking =
    ({ brings, says }: { brings: boolean; says: object }): FakeAnswer =>
    async (response, { body }) => {
      const { digest, to, data } = read(postedIn(body));
      if (brings) await world.pay({ to, data });
      json({ digest, transactions: [hashOf("another transaction")], ...says }, 202)(response);
    };

  const posts = (...answers: FakeAnswer[]) => void gateway.answers.set("POST /relay", inTurn(...answers));
  /** For every path that has no answer of its own: the state. */
  const states = (...answers: FakeAnswer[]) => void gateway.answers.set("", inTurn(...answers));

  test("gets the message in plain JSON, without a sign-in, and brings it", async () => {
    posts(taking({ brings: true, says: { state: "queued" } }));
    states(telling({ state: "sent" }, { state: "included" }));
    await chainBy().rotate(rotation());
    expect(await epochNow()).toBe(1);
    const { name, values, signature } = postedIn(gateway.requests[0]!.body);
    expect({ name, ...values, signature }).toEqual({
      name: "Rotate",
      subject: patient.address,
      epoch: "0",
      nextKeyset: hashOf("next"),
      deadline: expect.stringMatching(/^\d{10}$/) as string,
      signature: expect.stringMatching(/^0x[0-9a-f]{130}$/) as string,
    });
    expect(gateway.signIns).toBe(0);
  });

  test("that says it was done is held against the chain", async () => {
    posts(taking({ brings: false, says: { state: "included" } }));
    await expect(chainBy().rotate(rotation())).rejects.toMatchObject({ name: "NotOnChain" });
    posts(taking({ brings: false, says: { state: "sent" } }));
    states(telling({ state: "included" }));
    await expect(chainBy().rotate(rotation())).rejects.toMatchObject({ name: "NotOnChain" });
    expect(await epochNow()).toBe(0);
  });

  test("that speaks of another message is not heard", async () => {
    posts(taking({ brings: false, says: { digest: hashOf("another"), state: "included" } }));
    await expect(chainBy().rotate(rotation())).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
  });

  test.each<[string, object | undefined, string]>([
    ["by a contract's name", { name: "ConsentEpochStale", title: "x" }, "EpochPassed"],
    ["by its own", { name: "RelayTooDear", title: "Dear." }, "RelayTooDear"],
    ["by no name that is known", { name: "Gremlins", title: "Gremlins." }, "RelayFailed"],
    ["by none", undefined, "RelayFailed"],
  ])("that failed says so %s", async (_, error, name) => {
    posts(taking({ brings: false, says: { state: "queued" } }));
    states(telling({ state: "failed", ...(error && { error }) }));
    await expect(chainBy().rotate(rotation())).rejects.toMatchObject({ name });
  });

  test("that refuses is believed by name, unless it was done all the same", async () => {
    posts(problem("ConsentGenerationStale", 409));
    await expect(chainBy().rotate(rotation())).rejects.toMatchObject({ name: "ConsentGenerationStale" });
    posts(taking({ brings: true, says: { state: "failed" } }));
    await chainBy().rotate(rotation());
    expect(await epochNow()).toBe(1);
  });

  const impatient = () => chainBy(patient.account, 1000);

  test("that never ends is called silent, unless it was done all the same", async () => {
    posts(taking({ brings: false, says: { state: "sent" } }));
    states(answeringJson({ state: "sent" }));
    await expect(impatient().rotate(rotation())).rejects.toMatchObject({ name: "RelaySilent" });
    posts(taking({ brings: true, says: { state: "sent" } }));
    await chainBy().rotate(rotation());
    expect(await epochNow()).toBe(1);
  });

  test("that keeps the connection open and says nothing is called silent too", async () => {
    posts(() => {});
    await expect(impatient().rotate(rotation())).rejects.toMatchObject({ name: /^(RelaySilent|GatewayUnreachable)$/ });
    posts(taking({ brings: false, says: { state: "sent" } }));
    states((response) => response.writeHead(200, { "Content-Type": "text/event-stream" }).write(": here\n\n"));
    await expect(impatient().rotate(rotation())).rejects.toMatchObject({ name: "RelaySilent" });
  });

  test.each<[string, FakeAnswer]>([
    ["tells no events", answeringJson({ state: "sent" })],
    ["has too many listeners", problem("QuotaReached", 429, { "Retry-After": "60" })],
    ["breaks off", cutAfter(Buffer.from("data: {"), "text/event-stream")],
    ["is started again", (response) => response.destroy()],
  ])("that %s is asked every second", async (_, first) => {
    posts(taking({ brings: true, says: { state: "sent" } }));
    states(first, answeringJson({ state: "included" }));
    await chainBy().rotate(rotation());
    expect(await epochNow()).toBe(1);
  });

  test("whose answer was lost gets the same message again", async () => {
    posts((response) => response.destroy(), taking({ brings: true, says: { state: "included" } }));
    await chainBy().rotate(rotation());
    const [first, second] = gateway.requests;
    expect(first!.body.equals(second!.body)).toBe(true);
  });

  test("that is started again before it answers gets the same message until it does", async () => {
    posts(...Array<FakeAnswer>(5).fill(breakingOff), taking({ brings: true, says: { state: "included" } }));
    await chainBy().rotate(rotation());
    expect(new Set(gateway.requests.map(({ body }) => String(body))).size).toBe(1);
    expect(await epochNow()).toBe(1);
  });

  test("that stays away is said to be so", async () => {
    posts(breakingOff);
    const bring = bringByRelay({ gateway: gateway.client, patience: 100 });
    const chain = createChartChain({ chain: world.chain, signer: patient.account, bring });
    await expect(chain.rotate(rotation())).rejects.toMatchObject({ name: "GatewayUnreachable" });
  });

  test("that cannot look for a while is asked until it can", async () => {
    posts(taking({ brings: false, says: { state: "queued" } }));
    const notNow = problem("StorageUnreachable", 503);
    states(notNow, notNow, notNow, notNow, async (response, request) => {
      const { to, data } = read(postedIn(gateway.requests[0]!.body));
      await world.pay({ to, data });
      await answeringJson({ state: "included" })(response, request);
    });
    await chainBy().rotate(rotation());
    expect(await epochNow()).toBe(1);
  });

  test("that comes too late with a revocation gets it signed anew, once", async () => {
    const revocation = { ...rotation(), grantee: world.physicians[0]!.address };
    posts(problem("ConsentNonceStale", 409));
    await expect(chainBy().revoke(revocation)).rejects.toMatchObject({ name: "ConsentNonceStale" });
    expect(gateway.requests).toHaveLength(2);
  });
});
