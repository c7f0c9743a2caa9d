import { eq } from "drizzle-orm";
import fc from "fast-check";
import { type Address, type Hex, type LocalAccount, bytesToHex, keccak256, sha256 } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ChainPeople, chainPeople } from "#test/support/chainPeople.ts";
import { doctor, otherDoctor } from "#test/support/doctors.ts";
import { hospital } from "#test/support/hospital.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type SampleCapsule, sampleCapsule, sampleKey } from "#test/support/sampleCapsule.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";
import { capsules, erasedCapsules } from "../database/schema.ts";
import { lockChart } from "../sealed/lockChart.ts";

let chain: LocalChain;
let gateway: TestGateway;
let on: ChainPeople;
let tokens: Map<LocalAccount, string>;

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain, { environment: { OWNCHART_CAPSULES_PER_DAY: "1000" } });
  on = chainPeople(chain);
  tokens = new Map();
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});

type Asked = { as: LocalAccount; method?: string; body?: BodyInit };

async function ask(path: string, { as, ...init }: Asked) {
  if (!tokens.has(as)) tokens.set(as, await gateway.signIn(as));
  return gateway.request(path, { ...init, as: tokens.get(as) });
}

const pathOf = (subject: LocalAccount, digest: Hex) => `/charts/${subject.address}/capsules/${digest}`;
const nameOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split(":").at(-1);

const put = (subject: LocalAccount, as: LocalAccount, { digest, capsule }: SampleCapsule) =>
  ask(pathOf(subject, digest), { as, method: "PUT", body: capsule });
const putFor = (hospitals: LocalAccount, subject: LocalAccount, as: LocalAccount) => {
  const { digest, capsule } = sampleCapsule(subject.address);
  return ask(`${pathOf(subject, digest)}?hospital=${hospitals.address}`, { as, method: "PUT", body: capsule });
};
const get = (subject: LocalAccount, as: LocalAccount, digest: Hex) => ask(pathOf(subject, digest), { as });
const erase = (subject: LocalAccount, as: LocalAccount, digest: Hex) =>
  ask(pathOf(subject, digest), { as, method: "DELETE" });

/** A capsule that stands in a chart, brought and published by somebody. */
async function record(subject: LocalAccount, author: LocalAccount, key = sampleKey()) {
  const sample = sampleCapsule(subject.address, key);
  expect((await put(subject, author, sample)).status).toBe(201);
  await on.publish(author, subject.address, [sample.digest]);
  return sample;
}

async function patientWith(contributor: LocalAccount) {
  const patient = await on.newPatient();
  await on.grant(patient, contributor.address, { read: false, contribute: true });
  return patient;
}

/** What a stream of frames delivers; `isWhole` where its end is there. */
function framesIn(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const frames: { position: number; digest: Hex }[] = [];
  for (let at = 0; at < bytes.length;) {
    const [position, length] = [Number(view.getBigUint64(at)), view.getUint32(at + 8)];
    if (length === 0) return { frames, isWhole: position === 0 && at + 12 === bytes.length };
    frames.push({ position, digest: sha256(bytes.subarray(at + 12, at + 12 + length)) });
    at += 12 + length;
  }
  return { frames, isWhole: false };
}

async function list(subject: LocalAccount, as: LocalAccount, query = "") {
  const answer = await ask(`/charts/${subject.address}/capsules${query}`, { as });
  if (answer.status !== 200) return { refusal: await nameOf(answer), frames: [], isWhole: false, digests: [] };
  const read = framesIn(await answer.bytes());
  return { ...read, refusal: undefined, digests: read.frames.map(({ digest }) => digest) };
}

describe("a capsule that is put", () => {
  test("is new once, and comes back byte for byte", async () => {
    const patient = await on.newPatient();
    const sample = sampleCapsule(patient.address);
    expect((await put(patient, patient, sample)).status).toBe(201);
    expect((await put(patient, patient, sample)).status).toBe(200);
    const answer = await get(patient, patient, sample.digest);
    expect(await answer.bytes()).toEqual(sample.capsule);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  test("needs no chart on chain where it is one's own", async () => {
    const person = await on.newPerson();
    expect((await put(person, person, sampleCapsule(person.address))).status).toBe(201);
  });

  test("is refused where its hash is another", async () => {
    const patient = await on.newPatient();
    const { capsule } = sampleCapsule(patient.address);
    const answer = await put(patient, patient, { ...sampleCapsule(patient.address), capsule });
    expect([answer.status, await nameOf(answer)]).toEqual([422, "DigestWrong"]);
  });

  test("is refused where it is none, whatever it is", async () => {
    const patient = await on.newPatient();
    const { capsule: real } = sampleCapsule(patient.address);
    const damaged = fc.record({ at: fc.nat(7), flip: fc.integer({ min: 1, max: 255 }) }).map(({ at, flip }) => {
      const bytes = real.slice();
      bytes[at]! ^= flip;
      return bytes;
    });
    const cut = fc.nat(real.length - 1).map((length) => real.slice(0, length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, cut, fc.uint8Array({ maxLength: 2000 })), async (drawn) => {
        const capsule = new Uint8Array(drawn);
        const answer = await put(patient, patient, { digest: sha256(capsule), capsule, keyId: "0x" });
        expect(await nameOf(answer)).toBe("RequestInvalid");
      }),
      { numRuns: fuzzRuns(50) },
    );
  });

  test("is refused where it is longer than 128 KiB, without being read to its end", async () => {
    const patient = await on.newPatient();
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent++;
        controller.enqueue(new Uint8Array(2 ** 14));
      },
    });
    const init = { method: "PUT", body: endless, duplex: "half" };
    const answer = await ask(pathOf(patient, keccak256("0x01")), { as: patient, ...init });
    expect(await nameOf(answer)).toBe("TooLarge");
    expect(sent).toBeLessThan(20);
  });

  test("may be a contributor's, from the block of the grant until that of its end", async () => {
    const patient = await on.newPatient();
    const attempt = async () => (await put(patient, doctor, sampleCapsule(patient.address))).status;
    expect(await attempt()).toBe(403);
    await on.grant(patient, doctor.address, { read: false, contribute: true });
    expect(await attempt()).toBe(201);
    await on.revoke(patient, doctor.address);
    expect(await attempt()).toBe(403);
  });

  test("may be brought by a hospital's staff, until the block in which its key is withdrawn", async () => {
    const staff = await on.newPerson();
    const patient = await patientWith(hospital);
    const attempt = async () => (await putFor(hospital, patient, staff)).status;
    expect(await attempt()).toBe(403);
    await on.appoint(hospital, staff.address);
    expect(await attempt()).toBe(201);
    expect((await put(patient, staff, sampleCapsule(patient.address))).status).toBe(403);
    await on.withdraw(hospital, staff.address);
    expect(await attempt()).toBe(403);
  });

  test("may be brought by staff as long as the hospital may add, and no longer", async () => {
    const staff = await on.newPerson();
    await on.appoint(hospital, staff.address);
    const patient = await on.newPatient();
    const attempt = async () => (await putFor(hospital, patient, staff)).status;
    expect(await attempt()).toBe(403);
    await on.grant(patient, hospital.address, { read: true, contribute: false });
    expect(await attempt()).toBe(403);
    await on.grant(patient, hospital.address, { read: false, contribute: true });
    expect(await attempt()).toBe(201);
    await on.revoke(patient, hospital.address);
    expect(await attempt()).toBe(403);
  });

  test("is refused from whom a clinician appointed, who is no hospital, and where no address is named", async () => {
    const staff = await on.newPerson();
    const patient = await patientWith(doctor);
    await on.appoint(doctor, staff.address);
    expect((await putFor(doctor, patient, staff)).status).toBe(403);
    const { digest, capsule } = sampleCapsule(patient.address);
    const body = { method: "PUT", body: capsule };
    const nobodys = await ask(`${pathOf(patient, digest)}?hospital=nobody`, { as: staff, ...body });
    expect(await nameOf(nobodys)).toBe("RequestInvalid");
  });

  test("belongs to one chart: the same digest elsewhere is another one", async () => {
    const [patient, other] = [await patientWith(doctor), await on.newPatient()];
    const sample = await record(patient, doctor);
    expect((await put(other, other, sample)).status).toBe(201);
    await on.publish(other, other.address, [sample.digest]);
    expect((await erase(other, other, sample.digest)).status).toBe(204);
    expect((await get(patient, patient, sample.digest)).status).toBe(200);
    expect((await get(patient, other, sample.digest)).status).toBe(403);
  });

  test("counts in its uploader's quota of the day, and not when it is put again", async () => {
    const limited = await testGateway(chain, { environment: { OWNCHART_CAPSULES_PER_DAY: "2" } });
    const patient = await on.newPatient();
    const as = await limited.signIn(patient);
    const attempt = ({ digest, capsule }: SampleCapsule) =>
      limited.request(pathOf(patient, digest), { as, method: "PUT", body: capsule });
    const first = sampleCapsule(patient.address);
    expect((await attempt(first)).status).toBe(201);
    expect((await attempt(first)).status).toBe(200);
    expect((await attempt(sampleCapsule(patient.address))).status).toBe(201);
    const refused = await attempt(sampleCapsule(patient.address));
    expect([refused.status, await nameOf(refused)]).toEqual([429, "QuotaReached"]);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await attempt(first)).status).toBe(200);
    await limited.close();
  });

  test("twenty times at once is there once", async () => {
    const patient = await on.newPatient();
    const sample = sampleCapsule(patient.address);
    await get(patient, patient, sample.digest);
    const answers = await Promise.all(Array.from({ length: 20 }, () => put(patient, patient, sample)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(19).fill(200), 201]);
  });
});

describe("a list", () => {
  test("delivers what stands in the chart, in order, to its subject and to readers", async () => {
    const patient = await patientWith(doctor);
    await on.grant(patient, otherDoctor.address, { read: true });
    const records = [await record(patient, doctor), await record(patient, patient), await record(patient, doctor)];
    await put(patient, doctor, sampleCapsule(patient.address));
    for (const reader of [patient, otherDoctor]) {
      const { digests, frames, isWhole } = await list(patient, reader);
      expect(digests).toEqual(records.map(({ digest }) => digest));
      expect(frames.map(({ position }) => position)).toEqual(
        frames.map(({ position }) => position).toSorted((a, b) => a - b),
      );
      expect(isWhole).toBe(true);
    }
  });

  test("of an empty chart is an end and nothing else", async () => {
    const patient = await on.newPatient();
    const answer = await ask(`/charts/${patient.address}/capsules`, { as: patient });
    expect(bytesToHex(await answer.bytes())).toBe(`0x${"00".repeat(12)}`);
  });

  test("goes on after a position", async () => {
    const patient = await on.newPatient();
    const records = [await record(patient, patient), await record(patient, patient), await record(patient, patient)];
    const { frames } = await list(patient, patient);
    const rest = await list(patient, patient, `?after=${frames[0]!.position}`);
    expect(rest.digests).toEqual(records.slice(1).map(({ digest }) => digest));
    expect((await list(patient, patient, `?after=${frames[2]!.position}`)).digests).toEqual([]);
  });

  test("by keys delivers what is under them, whether they are told whole or by half", async () => {
    const patient = await on.newPatient();
    const keys = [sampleKey(), sampleKey(), sampleKey()];
    const records: SampleCapsule[] = [];
    for (const key of [...keys, ...keys]) records.push(await record(patient, patient, key));
    const [whole, half] = [records[0]!.keyId, records[2]!.keyId.slice(0, 34)];
    const { digests, isWhole } = await list(patient, patient, `?keys=${whole},${half}`);
    expect(digests).toEqual([0, 2, 3, 5].map((i) => records[i]!.digest));
    expect(isWhole).toBe(true);
    expect((await list(patient, patient, `?keys=${sampleCapsule(patient.address).keyId}`)).digests).toEqual([]);
  });

  test.each([
    ["no key", "keys="],
    ["a key that is too short", "keys=0x0102"],
    ["what is no hex", `keys=0x${"zz".repeat(16)}`],
    [
      "more than 128 keys",
      `keys=${Array<string>(129)
        .fill(`0x${"ab".repeat(16)}`)
        .join(",")}`,
    ],
    ["a position that is none", "after=-1"],
    ["a position beyond numbers", `after=${"9".repeat(16)}`],
  ])("with %s is refused", async (_, query) => {
    const patient = await on.newPatient();
    expect((await list(patient, patient, `?${query}`)).refusal).toBe("RequestInvalid");
  });

  test("takes 128 keys", async () => {
    const patient = await on.newPatient();
    const { digest, keyId } = await record(patient, patient);
    const others = Array.from({ length: 127 }, (_, i) => `0x${(i + 1).toString(16).padStart(64, "0")}`);
    expect((await list(patient, patient, `?keys=${[...others, keyId].join(",")}`)).digests).toEqual([digest]);
  });

  test("to an author has their own, brought or published, also after the grant", async () => {
    const patient = await patientWith(doctor);
    const own = await record(patient, doctor);
    const waiting = sampleCapsule(patient.address);
    await put(patient, doctor, waiting);
    await record(patient, patient);
    expect((await list(patient, doctor)).digests).toEqual([own.digest, waiting.digest]);
    await on.revoke(patient, doctor.address);
    expect((await list(patient, doctor)).digests).toEqual([own.digest, waiting.digest]);
    expect((await get(patient, doctor, own.digest)).status).toBe(200);
  });

  test("to a contributor who has added nothing yet is empty", async () => {
    const patient = await patientWith(doctor);
    await record(patient, patient);
    expect(await list(patient, doctor)).toMatchObject({ digests: [], isWhole: true });
  });

  test("to the author by chain has what somebody else brought", async () => {
    const patient = await patientWith(doctor);
    const sample = sampleCapsule(patient.address);
    await put(patient, patient, sample);
    await on.publish(doctor, patient.address, [sample.digest]);
    expect((await get(patient, doctor, sample.digest)).status).toBe(200);
    await list(patient, patient);
    expect((await list(patient, doctor)).digests).toEqual([sample.digest]);
  });
});

describe("a chart of 450 records", { timeout: 120_000 }, () => {
  let patient: LocalAccount;
  let digests: Hex[];

  beforeAll(async () => {
    patient = await on.newPatient();
    const samples = Array.from({ length: 450 }, () => sampleCapsule(patient.address));
    for (const sample of samples) await put(patient, patient, sample);
    digests = samples.map(({ digest }) => digest);
    await on.publish(patient, patient.address, digests);
  }, 120_000);

  test("is found on chain at once, however much of it is new", async () => {
    expect((await list(patient, patient)).digests).toEqual(digests);
    const rows = await gateway.database
      .select()
      .from(capsules)
      .where(eq(capsules.subject, patient.address.toLowerCase() as Address));
    expect(rows.every(({ author }) => author === patient.address.toLowerCase())).toBe(true);
  });

  test("is cut, without its end, where the grant ends in the middle of it", async () => {
    await on.grant(patient, doctor.address);
    const answer = await ask(`/charts/${patient.address}/capsules`, { as: doctor });
    const reader = answer.body!.getReader();
    const { value } = await reader.read();
    expect(framesIn(value!)).toMatchObject({ frames: { length: 200 }, isWhole: false });
    await on.revoke(patient, doctor.address);
    await expect(reader.read()).rejects.toThrow("may not be delivered any more");
    expect((await list(patient, doctor)).refusal).toBe("NotGranted");
    expect(gateway.reports).toEqual([]);
  });
});

describe("a capsule that was erased", () => {
  test("is gone, stays away, and returns by its subject alone", async () => {
    const patient = await patientWith(doctor);
    await on.grant(patient, doctor.address, { read: true, contribute: true });
    const sample = await record(patient, doctor);
    expect((await erase(patient, patient, sample.digest)).status).toBe(204);
    expect(await nameOf(await get(patient, doctor, sample.digest))).toBe("Erased");
    expect(await nameOf(await get(patient, patient, sample.digest))).toBe("NotFound");
    expect((await list(patient, patient)).digests).toEqual([]);
    const refused = await put(patient, doctor, sample);
    expect([refused.status, await nameOf(refused)]).toEqual([410, "Erased"]);

    expect((await put(patient, patient, sample)).status).toBe(201);
    expect((await get(patient, doctor, sample.digest)).status).toBe(200);
    expect((await put(patient, doctor, sample)).status).toBe(200);
  });

  test("can be erased again, and when it never was here", async () => {
    const patient = await patientWith(doctor);
    const { digest } = await record(patient, doctor);
    for (let i = 0; i < 2; i++) expect((await erase(patient, patient, digest)).status).toBe(204);
    expect((await erase(patient, patient, keccak256("0x02"))).status).toBe(204);
  });

  test("is remembered where it stands on chain, though it was not here", async () => {
    const patient = await patientWith(doctor);
    const sample = sampleCapsule(patient.address);
    await on.publish(doctor, patient.address, [sample.digest]);
    await erase(patient, patient, sample.digest);
    expect(await nameOf(await put(patient, doctor, sample))).toBe("Erased");
  });

  test("before it stood on chain may be brought again", async () => {
    const patient = await patientWith(doctor);
    const sample = sampleCapsule(patient.address);
    await put(patient, doctor, sample);
    await erase(patient, patient, sample.digest);
    expect((await put(patient, doctor, sample)).status).toBe(201);
  });

  test("does not come back by those who put it in the same moment", async () => {
    const patient = await patientWith(doctor);
    const sample = await record(patient, doctor);
    const puts = Array.from({ length: 10 }, () => put(patient, doctor, sample));
    await Promise.all([...puts, erase(patient, patient, sample.digest)]);
    expect(await nameOf(await get(patient, patient, sample.digest))).toBe("NotFound");
  });

  const isShared = process.env.DATABASE_URL !== undefined;
  const title = "does not come in between the question whether it was erased and the answer";
  test.runIf(isShared)(isShared ? title : `${title} (left out: needs DATABASE_URL)`, async () => {
    const patient = await patientWith(doctor);
    const subject = patient.address.toLowerCase() as Address;
    const sample = sampleCapsule(patient.address);
    await list(patient, doctor);
    const putting = await gateway.database.transaction(async (transaction) => {
      await lockChart(transaction, subject);
      const answer = put(patient, doctor, sample);
      const first = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 2000, "it waits"))]);
      expect(first).toBe("it waits");
      await transaction.insert(erasedCapsules).values({ subject, digest: sample.digest });
      return { answer };
    });
    expect(await nameOf(await putting.answer)).toBe("Erased");
  });
});
