import { eq } from "drizzle-orm";
import fc from "fast-check";
import { artifacts } from "hardhat";
import {
  type Address,
  type Hex,
  type LocalAccount,
  createWalletClient,
  http,
  keccak256,
  maxUint256,
  toHex,
  zeroHash,
} from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type MessageName, typedMessages } from "#core/chain/typedMessages.ts";
import type { MessageValues } from "#core/chain/messageValues.ts";
import { chainPeople } from "#test/support/chainPeople.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { hospital } from "#test/support/hospital.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { relayBody, signMessage } from "#test/support/signMessage.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";
import { capsules, transactions, usage } from "../database/schema.ts";
import { startRelay } from "../relay/startRelay.ts";

let chain: LocalChain;
let gateway: TestGateway;
let relay: { stop(): Promise<void> };

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain);
  relay = startRelay(gateway);
});
afterAll(async () => {
  await relay.stop();
  await gateway.close();
  await chain.close();
});

type Answer = { digest: Hex; state: string; transactions: Hex[]; error?: { name: string; title: string } };

const newAccount = () => privateKeyToAccount(generatePrivateKey());
const deadline = maxUint256;
const keyset = (epoch: number) => keccak256(toHex(`keyset ${epoch}`));
const capsule = (name: string) => keccak256(toHex(name));
const post = (body: string, at = gateway) => at.request("/relay", { method: "POST", body });
const nameOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split(":").at(-1);
const sign = <Name extends MessageName>(signer: LocalAccount, name: Name, values: MessageValues<Name>) =>
  signMessage({ deployment: chain.deployment, signer, name, values });

/** Follows a message as a client does, and answers with every state it was told. */
async function follow(digest: Hex): Promise<Answer[]> {
  const answer = await gateway.request(`/relay/${digest}`, { headers: { Accept: "text/event-stream" } });
  const events = (await answer.text()).split("\n\n").filter((event) => event.startsWith("data: "));
  return events.map((event) => JSON.parse(event.slice(6)) as Answer);
}

/** As if somebody had uploaded them. */
async function store(subject: Address, ...digests: Hex[]): Promise<void> {
  const uploader = subject.toLowerCase() as Address;
  const row = { subject: uploader, uploader, keyId: zeroHash, storedAt: 5, capsule: new Uint8Array(1) };
  for (const digest of digests) await gateway.database.insert(capsules).values({ ...row, digest });
}

async function relayed<Name extends MessageName>(signer: LocalAccount, name: Name, values: MessageValues<Name>) {
  const { body, digest } = await sign(signer, name, values);
  const answer = await post(body);
  expect([answer.status, answer.status === 202 ? "" : await answer.clone().text()]).toEqual([202, ""]);
  return (await follow(digest)).at(-1)!;
}

async function patient(): Promise<LocalAccount> {
  const account = newAccount();
  await relayed(account, "OpenChart", { subject: account.address, keyset: keyset(0), deadline });
  return account;
}

async function published(by: LocalAccount) {
  const [author, oldCapsule] = [by.address, capsule("old")];
  await store(author, oldCapsule);
  await relayed(by, "Publish", { author, subject: author, epoch: 0, capsules: [oldCapsule], deadline });
  return { author, subject: author, oldCapsule };
}

const blankGrant = {
  read: true,
  contribute: false,
  validFrom: 0,
  validUntil: 2 ** 39,
  terms: zeroHash,
  nextKeyset: zeroHash,
  grantNonce: 0,
  generation: 1,
  epoch: 0,
  deadline,
};
const grantTo = (subject: Address, grantee: Address, more = {}) => ({
  ...blankGrant,
  subject,
  grantee,
  ...more,
});

const appointmentBy = (employer: Address, appointNonce = 0) => {
  return { hospital: employer, staff: newAccount().address, validUntil: 2 ** 39, appointNonce, deadline };
};

/** By somebody of a hospital's staff, in the chart of a patient who lets the hospital add. */
async function publicationBy(staff: Address) {
  const account = await patient();
  const [subject, employer] = [account.address, hospital.address];
  await relayed(account, "Grant", grantTo(subject, employer, { contribute: true }));
  await relayed(hospital, "Appoint", { ...appointmentBy(employer), staff });
  return { staff, hospital: employer, subject, epoch: 0, capsules: [capsule("of staff")], deadline };
}

describe("every message that can be signed reaches its contract", () => {
  /** What has to be there before, and what is signed. */
  const cases: { [Name in MessageName]: (by: LocalAccount) => Promise<MessageValues<Name>> | MessageValues<Name> } = {
    PublishKey: ({ address: owner }) => ({ owner, suite: 2, key: toHex("x".repeat(1216)), nonce: 0, deadline }),
    OpenChart: () => expect.fail("signed before all others"),
    Grant: ({ address }) => grantTo(address, newAccount().address, { nextKeyset: keyset(1) }),
    Revoke: ({ address: subject }) => {
      return { subject, grantee: newAccount().address, nextKeyset: keyset(1), revokeNonce: 0, epoch: 0, deadline };
    },
    RevokeAll: ({ address: subject }) => ({ subject, nextKeyset: keyset(1), generation: 1, epoch: 0, deadline }),
    Rotate: ({ address: subject }) => ({ subject, epoch: 0, nextKeyset: keyset(1), deadline }),
    Publish: async ({ address }) => {
      await store(address, capsule("a"), capsule("b"));
      return { author: address, subject: address, epoch: 0, capsules: [capsule("a"), capsule("b")], deadline };
    },
    PublishAsStaff: async ({ address }) => {
      const values = await publicationBy(address);
      await store(values.subject, ...values.capsules);
      return values;
    },
    Supersede: async (by) => {
      await store(by.address, capsule("new"));
      return { ...(await published(by)), epoch: 0, newCapsule: capsule("new"), deadline };
    },
    MarkEnteredInError: async (by) => {
      const { author, subject, oldCapsule } = await published(by);
      return { author, subject, capsule: oldCapsule, deadline };
    },
    Dispute: async (by) => {
      const { subject, oldCapsule } = await published(by);
      return { subject, capsule: oldCapsule, deadline };
    },
    Appoint: ({ address }) => appointmentBy(address),
    Withdraw: ({ address }) => ({ hospital: address, staff: newAccount().address, withdrawNonce: 0, deadline }),
  };

  test.each(Object.keys(typedMessages) as MessageName[])("%s", async (name) => {
    const signer = name === "OpenChart" ? newAccount() : await patient();
    const opening = { subject: signer.address, keyset: keyset(0), deadline };
    const values = name === "OpenChart" ? opening : await cases[name](signer);
    const answer = await relayed(signer, name, values as MessageValues<typeof name>);
    expect(answer).toMatchObject({ state: "included", transactions: [expect.stringMatching(/^0x[0-9a-f]{64}$/)] });
    const receipt = await chain.client.getTransactionReceipt({ hash: answer.transactions[0]! });
    expect(receipt).toMatchObject({ status: "success", from: gateway.account.address.toLowerCase() });
    expect(receipt.logs.length).toBeGreaterThan(0);
  });
});

describe("the same message", () => {
  test("brought by twenty at the same time is sent once, and paid for once", async () => {
    const signer = newAccount();
    const { body, digest } = await sign(signer, "OpenChart", { subject: signer.address, keyset: keyset(0), deadline });
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect((await follow(digest)).at(-1)).toMatchObject({ state: "included", transactions: [expect.anything()] });
    const { database } = gateway;
    const [row] = await database.select().from(transactions).where(eq(transactions.key, digest));
    const [used] = await database.select().from(usage).where(eq(usage.who, signer.address.toLowerCase()));
    expect(used!.amount).toBe(row!.gas);
  });

  test("brought again is answered with what became of it", async () => {
    const signer = newAccount();
    const { body, digest } = await sign(signer, "OpenChart", { subject: signer.address, keyset: keyset(0), deadline });
    await post(body);
    const [included] = (await follow(digest)).slice(-1);
    const again = await post(body);
    expect(again.status).toBe(202);
    expect(await again.json()).toEqual(included);
    expect(await (await gateway.request(`/relay/${digest}`)).json()).toEqual(included);
  });
});

describe("while no block comes", () => {
  beforeEach(() => chain.client.setAutomine(false));
  afterEach(async () => {
    await chain.client.setAutomine(true);
    await chain.client.mine({ blocks: 1 });
  });

  test("of two that exclude each other the later fails, says why, and is not taken again", async () => {
    await chain.client.setAutomine(true);
    const signer = await patient();
    await chain.client.setAutomine(false);
    const rotate = (nextKeyset: Hex) =>
      sign(signer, "Rotate", { subject: signer.address, epoch: 0, nextKeyset, deadline });
    const [first, second] = [await rotate(keyset(1)), await rotate(keyset(2))];
    expect([(await post(first.body)).status, (await post(second.body)).status]).toEqual([202, 202]);
    const followed = Promise.all([follow(first.digest), follow(second.digest)]);
    const waiting = () => chain.client.getBlockTransactionCount({ blockTag: "pending" });
    await vi.waitFor(async () => expect(await waiting()).toBe(2), 10_000);
    await chain.client.mine({ blocks: 1 });
    const [good, bad] = (await followed).map((states) => states.at(-1)!);
    expect([good!.state, good!.error, bad!.state]).toEqual(["included", undefined, "failed"]);
    expect(bad!.error).toEqual({ name: "ConsentEpochStale", title: expect.stringMatching(/^The chart's keys .*\.$/) });
    expect(await nameOf(await post(second.body))).toBe("ConsentEpochStale");
  });

  test("only so many may listen at the same time, and whoever leaves makes room", async () => {
    const signer = newAccount();
    const { body, digest } = await sign(signer, "OpenChart", { subject: signer.address, keyset: keyset(0), deadline });
    await post(body);
    const listen = () => gateway.request(`/relay/${digest}`, { headers: { Accept: "text/event-stream" } });
    const listeners = await Promise.all(Array.from({ length: 64 }, listen));
    expect(await nameOf(await listen())).toBe("QuotaReached");
    await listeners[0]!.body!.cancel();
    await vi.waitFor(async () => {
      const answer = await listen();
      listeners.push(answer);
      expect(answer.status).toBe(200);
    });
    await Promise.all(listeners.slice(1).map((listener) => listener.body?.cancel()));
  });
});

describe("refused is", () => {
  test.each<[string, (subject: Address) => object]>([
    ["a grant's nonce", (subject) => grantTo(subject, newAccount().address, { grantNonce: 1 })],
    ["a grant's generation", (subject) => grantTo(subject, newAccount().address, { generation: 2 })],
    ["a grant's epoch", (subject) => grantTo(subject, newAccount().address, { epoch: 1 })],
  ])("%s that has not come yet", async (_, values) => {
    const signer = await patient();
    const { body } = await sign(signer, "Grant", values(signer.address) as MessageValues<"Grant">);
    const answer = await post(body);
    expect([answer.status, await nameOf(answer)]).toEqual([422, "MessageAhead"]);
  });

  test("every other message that is signed for later", async () => {
    const signer = await patient();
    const [subject, grantee, nextKeyset] = [signer.address, newAccount().address, keyset(1)];
    const bodies = await Promise.all([
      sign(signer, "Revoke", { subject, grantee, nextKeyset, revokeNonce: 1, epoch: 0, deadline }),
      sign(signer, "Revoke", { subject, grantee, nextKeyset, revokeNonce: 0, epoch: 1, deadline }),
      sign(signer, "RevokeAll", { subject, nextKeyset, generation: 2, epoch: 0, deadline }),
      sign(signer, "RevokeAll", { subject, nextKeyset, generation: 1, epoch: 1, deadline }),
      sign(signer, "Rotate", { subject, epoch: 1, nextKeyset, deadline }),
      sign(signer, "PublishKey", { owner: subject, suite: 1, key: keyset(0), nonce: 1, deadline }),
      sign(signer, "Appoint", appointmentBy(subject, 1)),
      sign(signer, "Withdraw", { hospital: subject, staff: grantee, withdrawNonce: 1, deadline }),
    ]);
    for (const { body } of bodies) expect(await nameOf(await post(body))).toBe("MessageAhead");
  });

  test("what the contract refuses, by the contract's name for it, and nothing is kept", async () => {
    const [signer, other] = [await patient(), newAccount()];
    const values = { subject: signer.address, keyset: keyset(0), deadline };
    const twice = await sign(signer, "OpenChart", { ...values, keyset: keyset(7) });
    const forged = await sign(other, "Rotate", { subject: signer.address, epoch: 0, nextKeyset: keyset(1), deadline });
    const late = await sign(other, "OpenChart", { subject: other.address, keyset: keyset(0), deadline: 1n });
    for (const [{ body, digest }, name] of [
      [twice, "ConsentChartAlreadyOpen"],
      [forged, "ConsentSignatureInvalid"],
      [late, "ConsentSignatureExpired"],
    ] as const) {
      const answer = await post(body);
      expect([answer.status, await nameOf(answer)]).toEqual([409, name]);
      expect((await gateway.request(`/relay/${digest}`)).status).toBe(404);
    }
  });

  test("records whose capsules are not here, all of them, and nothing is paid for", async () => {
    const signer = newAccount();
    const [author, subject] = [signer.address, signer.address];
    const digests = [capsule("here"), capsule("missing")];
    await store(subject, digests[0]!);
    const publish = await sign(signer, "Publish", { author, subject, epoch: 0, capsules: digests, deadline });
    const answer = await post(publish.body);
    expect([answer.status, await nameOf(answer)]).toEqual([409, "CapsuleMissing"]);
    expect((await gateway.request(`/relay/${publish.digest}`)).status).toBe(404);
    expect(await gateway.database.$count(usage, eq(usage.who, author.toLowerCase()))).toBe(0);
    await store(subject, digests[1]!);
    expect(await relayed(signer, "Publish", { author, subject, epoch: 0, capsules: digests, deadline })).toMatchObject({
      state: "included",
    });
  });

  test("what staff adds while its capsule is not here, and whatever it adds once it was withdrawn", async () => {
    const nurse = newAccount();
    const values = await publicationBy(nurse.address);
    const { body } = await sign(nurse, "PublishAsStaff", values);
    expect(await nameOf(await post(body))).toBe("CapsuleMissing");
    await store(values.subject, ...values.capsules);
    const withdrawal = { hospital: values.hospital, staff: nurse.address, withdrawNonce: 0, deadline };
    expect(await relayed(hospital, "Withdraw", withdrawal)).toMatchObject({ state: "included" });
    const answer = await post(body);
    expect([answer.status, await nameOf(answer)]).toEqual([409, "RecordStaffNotAppointed"]);
  });

  test("a wallet that burns all gas it is given, without its cost growing", async () => {
    const wallet = await deployWallet("GasBurningWallet");
    const body = relayBody("OpenChart", { subject: wallet, keyset: keyset(0), deadline }, `0x${"11".repeat(65)}`);
    const answer = await post(body);
    expect(answer.status).toBe(409);
    expect(["ConsentSignatureInvalid", "UnknownRefusal"]).toContain(await nameOf(answer));
  });

  test("more gas in a day than its signer may have", async () => {
    const frugal = await testGateway(chain, { environment: { OWNCHART_RELAY_GAS_PER_SIGNER: "100000" } });
    const signer = newAccount();
    const first = await sign(signer, "OpenChart", { subject: signer.address, keyset: keyset(0), deadline });
    const second = await sign(signer, "OpenChart", { subject: signer.address, keyset: keyset(1), deadline });
    expect((await post(first.body, frugal)).status).toBe(202);
    const answer = await post(second.body, frugal);
    expect(answer.headers.get("Retry-After")).toMatch(/^\d+$/);
    expect([answer.status, await nameOf(answer)]).toEqual([429, "QuotaReached"]);
    expect((await frugal.request(`/relay/${second.digest}`)).status).toBe(404);
    await frugal.close();
  });

  test.each(["NETWORK_ADDRESS", "DAY"])("more gas than is paid for in all: PER_%s", async (limit) => {
    const frugal = await testGateway(chain, { environment: { [`OWNCHART_RELAY_GAS_PER_${limit}`]: "100000" } });
    await frugal.database.delete(usage);
    const bodies = [newAccount(), newAccount()].map((signer) =>
      sign(signer, "OpenChart", { subject: signer.address, keyset: keyset(0), deadline }),
    );
    const answers = [];
    for (const { body } of await Promise.all(bodies)) answers.push((await post(body, frugal)).status);
    expect(answers).toEqual([202, 429]);
    expect(await frugal.database.select().from(usage)).toHaveLength(3);
    await frugal.close();
  });

  test("everything while the network asks too much", async () => {
    const frugal = await testGateway(chain, { environment: { OWNCHART_RELAY_GWEI_PER_GAS: "0.001" } });
    const signer = newAccount();
    const { body } = await sign(signer, "OpenChart", { subject: signer.address, keyset: keyset(0), deadline });
    const answer = await post(body, frugal);
    expect([answer.status, await nameOf(answer)]).toEqual([503, "RelayTooDear"]);
    await frugal.close();
  });
});

async function deployWallet(name: string): Promise<Address> {
  const { bytecode } = await artifacts.readArtifact(name);
  const account = await chainPeople(chain).newPerson();
  const wallet = createWalletClient({ transport: http(chain.url), account });
  const hash = await wallet.sendTransaction({ chain: null, data: bytecode as Hex });
  return (await chain.client.waitForTransactionReceipt({ hash })).contractAddress!;
}

const hex = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((it) => toHex(it));

const ofType = (type: string): fc.Arbitrary<unknown> => {
  if (type === "bool") return fc.boolean();
  if (type === "address") return hex(20);
  if (type === "bytes") return fc.oneof(hex(32), hex(1216));
  if (type === "bytes32") return hex(32);
  if (type === "bytes32[]") return fc.array(hex(32), { maxLength: 5 });
  return fc.bigInt(0n, 2n ** BigInt(type.slice(4)) - 1n).map(String);
};

describe("what is no signed message", () => {
  const strange = fc.oneof(
    fc.jsonValue(),
    fc.integer(),
    fc.bigInt().map(String),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => toHex(bytes)),
    fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => toHex(bytes))),
  );
  const message = fc.constantFrom(...(Object.keys(typedMessages) as MessageName[])).chain((name) => {
    const members = typedMessages[name].members.map((member) => member.name);
    const values = fc.record(Object.fromEntries(members.map((member) => [member, strange])), { requiredKeys: [] });
    return fc.record({ name: fc.constant(name as string), values, signature: strange });
  });
  const unsigned = fc.constantFrom(...(Object.keys(typedMessages) as MessageName[])).chain((name) => {
    const members = typedMessages[name].members.map((member) => [member.name, ofType(member.type)] as const);
    return fc.record({
      name: fc.constant(name as string),
      values: fc.record(Object.fromEntries(members)),
      signature: hex(65),
    });
  });
  const bodies = fc.oneof(
    unsigned.map((it) => JSON.stringify(it)),
    message.map((it) => JSON.stringify(it)),
    fc.string(),
  );
  const known = new Set(["RequestInvalid", "TooLarge", "MessageAhead"]);

  test("is refused by name, and nothing is kept of it", async () => {
    const before = await gateway.database.$count(transactions);
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const answer = await post(body);
        const name = await nameOf(answer);
        expect(answer.status === 409 || known.has(name!)).toBe(true);
      }),
      { numRuns: fuzzRuns(300) },
    );
    expect(await gateway.database.$count(transactions)).toBe(before);
    expect(gateway.reports).toEqual([]);
  });

  test.each<[string, object]>([
    ["a number beyond its range", { epoch: 2 ** 32 }],
    ["a negative number", { epoch: -1 }],
    ["half a number", { epoch: 0.5 }],
    ["a number with a leading zero", { epoch: "01" }],
    ["a deadline beyond 256 bits", { deadline: String(2n ** 256n) }],
    ["a hash that is too short", { nextKeyset: "0x12" }],
    ["no address", { subject: "0x12" }],
    ["a member too many", { more: 1 }],
    ["a member too few", { epoch: undefined }],
  ])("%s", async (_, wrong) => {
    const right = { subject: newAccount().address, epoch: 0, nextKeyset: keyset(1), deadline: "1" };
    const answer = await post(relayBody("Rotate", { ...right, ...wrong }, `0x${"11".repeat(65)}`));
    expect([answer.status, await nameOf(answer)]).toEqual([400, "RequestInvalid"]);
  });

  test("more records than a contract takes, and more bytes than a message has", async () => {
    const { address } = newAccount();
    const publish = (count: number) => {
      const values = { author: address, subject: address, epoch: 0, capsules: Array(count).fill(keyset(0)), deadline };
      return relayBody("Publish", values, `0x${"11".repeat(65)}`);
    };
    expect(await nameOf(await post(publish(513)))).toBe("RequestInvalid");
    expect(await nameOf(await post(publish(512)))).toBe("RecordSignatureInvalid");
    expect(await nameOf(await post(publish(4096)))).toBe("TooLarge");
  });

  test("a digest that nobody brought, and what is no digest", async () => {
    expect((await gateway.request(`/relay/${keyset(9)}`)).status).toBe(404);
    expect((await gateway.request("/relay/0x12")).status).toBe(400);
  });
});

test("network addresses are kept as hashes only, under a key of the day", async () => {
  let now = 1_800_000_000;
  const dated = await testGateway(chain, { now: () => now, environment: { OWNCHART_BEHIND_PROXY: "yes" } });
  await dated.database.delete(usage);
  const used = [];
  for (let day = 0; day < 2; day++, now += 86_400) {
    const signer = newAccount();
    const { body } = await sign(signer, "OpenChart", { subject: signer.address, keyset: keyset(0), deadline });
    const headers = { "X-Forwarded-For": "203.0.113.9" };
    expect((await dated.request("/relay", { method: "POST", body, headers })).status).toBe(202);
    const rows = await dated.database.select().from(usage);
    used.push(rows.map(({ who }) => who).filter((who) => /^[0-9a-f]{64}$/.test(who)));
  }
  expect(used[0]).toHaveLength(1);
  expect(new Set(used[1])).toHaveProperty("size", 2);
  await dated.close();
});
