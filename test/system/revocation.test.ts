import { once } from "node:events";
import { type IncomingMessage, get } from "node:http";
import { type Address, type Hex, type LocalAccount, encodeFunctionData, sha256, zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { type ChainPeople, chainPeople } from "#test/support/chainPeople.ts";
import { type SampleCapsule, sampleCapsule, sampleKey } from "#test/support/sampleCapsule.ts";
import { gatewayRequests } from "./support/gatewayRequests.ts";
import { stackChain } from "./support/stackChain.ts";
import { type Stack, startStack } from "./support/stack.ts";

/** Whose grant was ended is refused from that block on, however fast they ask, and whatever is on its way to them. */

let stack: Stack;
let on: ChainPeople;
let gateway: ReturnType<typeof gatewayRequests>;
let subject: LocalAccount;
let [subjectsToken]: string[] = [];

beforeAll(async () => {
  stack = await startStack({ environment: { OWNCHART_REQUESTS_PER_MINUTE: "1000000" } });
  on = chainPeople(stackChain(stack));
  gateway = gatewayRequests(stack);
  subject = await on.newPatient();
  subjectsToken = await gateway.token(subject);
}, 120_000);
afterAll(() => stack?.close(), 60_000);

async function newReader() {
  const reader = await on.newPerson();
  await on.grant(subject, reader.address);
  const path = `/grants/${subject.address}/${reader.address}`;
  await gateway.request(`${path}?epoch=0`, { method: "PUT", body: "sealed" }, subjectsToken);
  return { address: reader.address, token: await gateway.token(reader) };
}

/** Brings records and publishes them, as many at once as a block takes well. */
async function addRecords(samples: readonly SampleCapsule[]): Promise<void> {
  const left = samples.values();
  const bring = async () => {
    for (const { digest, capsule } of left) {
      const path = `/charts/${subject.address}/capsules/${digest}`;
      expect((await gateway.request(path, { method: "PUT", body: capsule }, subjectsToken)).status).toBe(201);
    }
  };
  await Promise.all(Array.from({ length: 8 }, bring));
  for (let at = 0; at < samples.length; at += 200) {
    const page = samples.slice(at, at + 200).map(({ digest }) => digest);
    await on.publish(subject, subject.address, page);
  }
}

describe("a grantee who asks as fast as they can", () => {
  // Again and again, since what is remembered for too long may happen to have just been asked for.
  test("is refused everything in the first request after the block is known", { repeats: 4 }, async () => {
    const sample = sampleCapsule(subject.address);
    await addRecords([sample]);
    const { address, token } = await newReader();
    const paths = [
      `/charts/${subject.address}/capsules/${sample.digest}`,
      `/charts/${subject.address}/capsules`,
      `/charts/${subject.address}`,
      `/grants/${subject.address}/${address}`,
    ];
    const asked = paths.map((path) => polling(path, token));
    for (const { answers } of asked) await until(() => answers.length >= 5);

    const revoke = await preparedRevocation(address);
    const begun = performance.now();
    const receipt = await revoke();
    const known = performance.now();
    expect(receipt.status).toBe("success");

    for (const { answers, stop } of asked) {
      await until(() => answers.filter(({ sent }) => sent > known).length >= 5);
      await stop();
      const of = (wanted: (answer: Polled) => boolean) => new Set(answers.filter(wanted).map(({ status }) => status));
      expect(of(({ received }) => received < begun)).toEqual(new Set([200]));
      expect(of(({ sent }) => sent > known)).toEqual(new Set([403]));
    }
  });
});

/** All but the sending, so that no time passes between the block and what is known of it. */
async function preparedRevocation(grantee: Address) {
  const { client, deployment } = stackChain(stack);
  const { ConsentRegistry: to } = deployment.contracts;
  const abi = contractAbis.ConsentRegistry;
  const data = encodeFunctionData({ abi, functionName: "revoke", args: [grantee, zeroHash] });
  const { maxFeePerGas, maxPriorityFeePerGas } = await client.estimateFeesPerGas();
  const serializedTransaction = await subject.signTransaction({
    type: "eip1559",
    chainId: deployment.chainId,
    to,
    data,
    gas: 200_000n,
    maxFeePerGas,
    maxPriorityFeePerGas,
    nonce: await client.getTransactionCount({ address: subject.address }),
  });
  return async () => client.getTransactionReceipt({ hash: await client.sendRawTransaction({ serializedTransaction }) });
}

type Polled = { sent: number; received: number; status: number };

/** Asks again as soon as it has an answer. */
function polling(path: string, token: string) {
  const answers: Polled[] = [];
  const ending = new AbortController();
  async function poll(): Promise<void> {
    while (!ending.signal.aborted) {
      const sent = performance.now();
      const answer = await gateway.request(path, {}, token);
      await answer.bytes();
      answers.push({ sent, received: performance.now(), status: answer.status });
    }
  }
  const work = poll();
  return {
    answers,
    stop() {
      ending.abort();
      return work;
    },
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe("a long list that is on its way when the grant ends", () => {
  const count = 1000; // 16 MB: more than the buffers of a connection ever take

  test("is cut before its end, and all that was delivered is in the log", { timeout: 120_000 }, async () => {
    const key = sampleKey();
    await addRecords(Array.from({ length: count }, () => sampleCapsule(subject.address, key, { title: longTitle })));
    const { address, token } = await newReader();
    const answer = await begin(`/charts/${subject.address}/capsules`, token);
    const first = await nextChunk(answer);

    await on.revoke(subject, address);

    const { bytes, isWhole } = await rest(answer, first);
    const delivered = digestsIn(bytes);
    expect(isWhole).toBe(false);
    expect(delivered.length).toBeGreaterThan(0);
    expect(delivered.length).toBeLessThan(count);
    const entered = await enteredFor(address);
    expect(delivered.filter((digest) => !entered.has(digest))).toEqual([]);
    expect(entered.size).toBeLessThan(count);
  });

  /** So that what waits between the gateway and its reader is a small part of the list. */
  const longTitle = "x".repeat(15_000);

  /** Without the wire in between, which would read whatever nobody else reads. */
  async function begin(path: string, token: string): Promise<IncomingMessage> {
    const [, url] = /at (http:\S+)/.exec(stack.gateway.output())!;
    const request = get(`${url}${path}`, { headers: { Authorization: `Bearer ${token}` } });
    const [answer] = (await once(request, "response")) as [IncomingMessage];
    expect(answer.statusCode).toBe(200);
    return answer;
  }

  async function nextChunk(answer: IncomingMessage): Promise<Buffer> {
    await once(answer, "readable");
    return answer.read() as Buffer;
  }

  async function rest(answer: IncomingMessage, first: Buffer) {
    const chunks = [first];
    try {
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      return { bytes: Buffer.concat(chunks), isWhole: true };
    } catch {
      return { bytes: Buffer.concat(chunks), isWhole: false };
    }
  }

  /** Of all frames that have come whole. */
  function digestsIn(bytes: Buffer): Hex[] {
    const digests: Hex[] = [];
    for (let at = 0; at + 12 <= bytes.length;) {
      const end = at + 12 + bytes.readUInt32BE(at + 8);
      if (end > bytes.length) break;
      digests.push(sha256(bytes.subarray(at + 12, end)));
      at = end;
    }
    return digests;
  }

  async function enteredFor(reader: string): Promise<Set<string>> {
    const answer = await gateway.request(`/log/${subject.address}`, {}, subjectsToken);
    const { entries, more } = (await answer.json()) as Log;
    expect(more).toBe(false);
    return new Set(entries.filter(({ to }) => to === reader.toLowerCase()).flatMap(({ capsules }) => capsules));
  }
  type Log = { entries: { to: string; capsules: string[] }[]; more: boolean };
});
