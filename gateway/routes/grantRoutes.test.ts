import { type Address, type LocalAccount, bytesToHex } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ChainPeople, chainPeople } from "#test/support/chainPeople.ts";
import { doctor } from "#test/support/doctors.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";

let chain: LocalChain;
let gateway: TestGateway;
let on: ChainPeople;
let patient: LocalAccount;
let ofPatient: string;
let ofDoctor: string;

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain, { environment: { OWNCHART_GRANT_BYTES_PER_DAY: String(2 ** 22) } });
  on = chainPeople(chain);
  patient = await on.newPatient();
  [ofPatient, ofDoctor] = [await gateway.signIn(patient), await gateway.signIn(doctor)];
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});

const nameOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split(":").at(-1);
const pathOf = (grantee: Address, subject = patient.address) => `/grants/${subject}/${grantee}`;

const put = (grantee: Address, epoch: number | string, body: Uint8Array<ArrayBuffer>, as = ofPatient) =>
  gateway.request(`${pathOf(grantee)}?epoch=${epoch}`, { as, method: "PUT", body });

/** A person of whom nobody has heard, with a grant unless told otherwise. */
async function newGrantee(options?: Parameters<ChainPeople["grant"]>[2]) {
  const { address } = await on.newPerson();
  await on.grant(patient, address, options);
  return address;
}

const askAsDoctor = () => gateway.request(pathOf(doctor.address), { as: ofDoctor });

async function list(grantee: Address, as = ofPatient) {
  const bytes = await (await gateway.request(pathOf(grantee), { as })).bytes();
  const view = new DataView(bytes.buffer);
  const frames: { version: number; epoch: number; grant: Uint8Array }[] = [];
  let at = 0;
  for (; view.getUint32(at + 12) > 0; at += 16 + view.getUint32(at + 12)) {
    const grant = bytes.slice(at + 16, at + 16 + view.getUint32(at + 12));
    frames.push({ version: Number(view.getBigUint64(at)), epoch: view.getUint32(at + 8), grant });
  }
  expect(bytesToHex(bytes.slice(at))).toBe(`0x${"00".repeat(16)}`);
  return frames;
}

const grantOf = (text: string) => new TextEncoder().encode(text);

describe("a grant", () => {
  test("is kept beside earlier ones, and listed newest epoch first, of one epoch the newest first", async () => {
    const grantee = await newGrantee();
    const versions = [];
    for (const [epoch, text] of [
      [1, "a"],
      [3, "b"],
      [2, "c"],
      [3, "d"],
    ] as const) {
      const answer = await put(grantee, epoch, grantOf(text));
      expect(answer.status).toBe(201);
      versions.push(((await answer.json()) as { version: number }).version);
    }
    const [a, b, c, d] = versions;
    expect(await list(grantee)).toEqual([
      { version: d, epoch: 3, grant: grantOf("d") },
      { version: b, epoch: 3, grant: grantOf("b") },
      { version: c, epoch: 2, grant: grantOf("c") },
      { version: a, epoch: 1, grant: grantOf("a") },
    ]);
  });

  test("is listed among the newest eight, and kept among the newest 32", async () => {
    const grantee = await newGrantee();
    await put(grantee, 4_000_000_000, grantOf("oldest"));
    for (let i = 0; i < 31; i++) await put(grantee, i, grantOf(`${i}`));
    const listed = await list(grantee);
    expect(listed).toHaveLength(8);
    expect(listed[0]!.grant).toEqual(grantOf("oldest"));
    await put(grantee, 0, grantOf("one more"));
    expect((await list(grantee)).map(({ epoch }) => epoch)).toEqual([30, 29, 28, 27, 26, 25, 24, 23]);
  });

  test("of another pair is not touched", async () => {
    const [grantee, other] = [await newGrantee(), await newGrantee()];
    await put(grantee, 1, grantOf("theirs"));
    for (let i = 0; i < 33; i++) await put(other, 1, grantOf("other"));
    expect(await list(grantee)).toHaveLength(1);
  });

  test("of a megabyte and more comes back byte for byte; a longer one is refused", async () => {
    const grantee = await newGrantee({ contribute: true, read: false });
    const long = crypto.getRandomValues(new Uint8Array(65_536));
    const whole = new Uint8Array(2 ** 20 + 2 ** 16).map((_, i) => long[i % 65_536]!);
    expect((await put(grantee, 0, whole)).status).toBe(201);
    expect((await list(grantee))[0]!.grant).toEqual(whole);
    const tooLong = await put(grantee, 0, new Uint8Array(whole.length + 1));
    expect([tooLong.status, await nameOf(tooLong)]).toEqual([413, "TooLarge"]);
  });

  test.each(["", "-1", "1.5", "4294967296", "x"])("of epoch “%s” is refused", async (epoch) => {
    expect(await nameOf(await put(doctor.address, epoch, grantOf("a")))).toBe("RequestInvalid");
  });

  test("that is empty is refused", async () => {
    expect(await nameOf(await put(await newGrantee(), 0, new Uint8Array(0)))).toBe("RequestInvalid");
  });

  test("beyond the day's quota is refused", async () => {
    const limited = await testGateway(chain, { environment: { OWNCHART_GRANT_BYTES_PER_DAY: "10" } });
    const other = await on.newPatient();
    await on.grant(other, doctor.address);
    const as = await limited.signIn(other);
    const attempt = (size: number) =>
      limited.request(`${pathOf(doctor.address, other.address)}?epoch=0`, {
        as,
        method: "PUT",
        body: new Uint8Array(size),
      });
    expect((await attempt(6)).status).toBe(201);
    expect(await nameOf(await attempt(5))).toBe("QuotaReached");
    expect((await attempt(4)).status).toBe(201);
    await limited.close();
  });
});

describe("keys follow the chain", () => {
  test("nothing is kept for whom nothing was granted, and from the block of a grant's end", async () => {
    const { address: grantee } = await on.newPerson();
    expect(await nameOf(await put(grantee, 0, grantOf("early")))).toBe("NotGranted");
    await on.grant(patient, grantee, { read: false, contribute: true });
    expect((await put(grantee, 0, grantOf("now"))).status).toBe(201);
    await on.revoke(patient, grantee);
    expect(await nameOf(await put(grantee, 1, grantOf("late")))).toBe("NotGranted");
  });

  test("a grant that is still to begin can be kept, and is not given out before", async () => {
    const { timestamp } = await chain.client.getBlock();
    const validFrom = Number(timestamp) + 3600;
    await on.grant(patient, doctor.address, { validFrom, validUntil: validFrom + 3600 });
    expect((await put(doctor.address, 0, grantOf("to come"))).status).toBe(201);
    expect(await nameOf(await askAsDoctor())).toBe("NotGranted");
    expect(await list(doctor.address)).toHaveLength(1);
  });

  test("the grantee gets it from the block of the grant until that of its end", async () => {
    await on.revoke(patient, doctor.address);
    expect(await nameOf(await askAsDoctor())).toBe("NotGranted");
    await on.grant(patient, doctor.address);
    expect((await askAsDoctor()).status).toBe(200);
    await on.revoke(patient, doctor.address);
    expect(await nameOf(await askAsDoctor())).toBe("NotGranted");
  });
});
