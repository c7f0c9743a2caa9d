import { type LocalAccount, keccak256 } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ChainPeople, chainPeople } from "#test/support/chainPeople.ts";
import { cuttable } from "#test/support/cuttable.ts";
import { otherDoctor } from "#test/support/doctors.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type SampleCapsule, sampleCapsule } from "#test/support/sampleCapsule.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";

/** Consent is what the chain says now, and what the clock says; who asks when neither can be known is refused. */

let chain: LocalChain;
let way: Awaited<ReturnType<typeof cuttable>>;
let gateway: TestGateway;
let on: ChainPeople;
/** Seconds by which the gateway's clock is ahead. */
let skipped = 0;
let patient: LocalAccount;
let reader: LocalAccount;
let record: SampleCapsule;
const tokens = new Map<LocalAccount, string>();

beforeAll(async () => {
  chain = await localChain();
  way = await cuttable(Number(new URL(chain.url).port));
  const now = () => Math.floor(Date.now() / 1000) + skipped;
  gateway = await testGateway({ ...chain, url: `http://127.0.0.1:${way.port}` }, { now });
  on = chainPeople(chain);
  [patient, reader] = [await on.newPatient(), await on.newPerson()];
  await on.grant(patient, reader.address);
  await on.grant(patient, otherDoctor.address, { read: false, contribute: true });
  record = sampleCapsule(patient.address);
  expect(await answerTo(patient, ...put(record))).toBe(201);
  await on.publish(patient, patient.address, [record.digest]);
});
afterAll(async () => {
  await gateway.close();
  await way.cut().catch(() => {});
  await chain.close();
});

const listPath = () => `/charts/${patient.address}/capsules`;
const pathOf = ({ digest }: Pick<SampleCapsule, "digest">) => `${listPath()}/${digest}`;
const grantPath = () => `/grants/${patient.address}/${reader.address}`;
const put = (sample: SampleCapsule) => [pathOf(sample), { method: "PUT", body: sample.capsule }] as const;

async function answerTo(account: LocalAccount, path: string, init: RequestInit = {}) {
  if (!tokens.has(account)) tokens.set(account, await gateway.signIn(account));
  const answer = await gateway.request(path, { ...init, as: tokens.get(account) });
  if (answer.status >= 300) return ((await answer.json()) as { type: string }).type.split(":").at(-1);
  await answer.bytes();
  return answer.status;
}

test("a grant that has ended by the clock has ended, though no block says so", async () => {
  const brief = await on.newPerson();
  const time = Number((await chain.client.getBlock()).timestamp);
  await on.grant(patient, brief.address, { validUntil: time + 1800 });
  expect(await answerTo(brief, listPath())).toBe(200);
  skipped = 3600;
  expect(await answerTo(brief, listPath())).toBe("NotGranted");
  skipped = 0;
});

describe("while the chain cannot be reached, nothing that needs consent is answered:", () => {
  let stranger: LocalAccount;
  beforeAll(async () => {
    stranger = await on.newPerson();
    for (const account of [patient, reader, stranger, otherDoctor]) await answerTo(account, "/session");
    await way.cut();
  });
  afterAll(() => way.mend());

  const absent = { digest: keccak256("0x0a") };
  const asking: [string, () => readonly [LocalAccount, string, RequestInit?]][] = [
    ["a record to a reader", () => [reader, pathOf(record)]],
    ["a record to a stranger", () => [stranger, pathOf(record)]],
    ["a list to a reader", () => [reader, listPath()]],
    ["a list to a stranger", () => [stranger, listPath()]],
    ["a capsule of a contributor's", () => [otherDoctor, ...put(sampleCapsule(patient.address))]],
    ["a grant to its grantee", () => [reader, grantPath()]],
    ["a grant of the subject's", () => [patient, `${grantPath()}?epoch=0`, { method: "PUT", body: "a" }]],
    ["an erasure of what may be a record", () => [patient, pathOf(absent), { method: "DELETE" }]],
    ["what happened on a chart, to a reader", () => [reader, `/charts/${patient.address}`]],
  ];
  test.each(asking)("%s", async (_, ask) => {
    expect(await answerTo(...ask())).toBe("ChainUnreachable");
  });

  test("the subject's own is theirs still", async () => {
    expect(await answerTo(patient, pathOf(record))).toBe(200);
  });
});

test("nothing went unexpectedly", () => {
  expect(gateway.reports).toEqual([]);
});
