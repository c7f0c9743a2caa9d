import { privateKeyToAccount, generatePrivateKey } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LicenceCredential } from "#core/chain/credential/parseLicenceCredential.ts";
import { signLicenceCredential } from "#core/chain/credential/signLicenceCredential.ts";
import { canonicalJson } from "#core/consent/canonicalJson.ts";
import { type Licensed, boardOf } from "#test/support/boardOf.ts";
import { cuttable } from "#test/support/cuttable.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";

let chain: LocalChain;
let gateway: TestGateway;
let board: ReturnType<typeof boardOf>;

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain);
  board = boardOf(chain);
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});

type Change = Partial<LicenceCredential> & { clerk?: Licensed["account"] };

function certify({ account, kind, number }: Licensed, { clerk, ...change }: Change = {}) {
  const { jurisdiction, boardKey } = board;
  const { chainId, contracts } = chain.deployment;
  const about = { name: "Dr. Ada Marlow", speciality: "cardiology", issuedAt: 1_800_000_000 };
  const licence = { holder: account.address, kind, jurisdiction, number, ...about, ...change };
  const place = { chainId, licenceRegistry: contracts.LicenceRegistry };
  return signLicenceCredential({ licence, boardKey, clerk: clerk ?? board.clerk, ...place });
}
async function put({ account }: Pick<Licensed, "account">, body: unknown, path = account.address) {
  const as = await gateway.signIn(account);
  return gateway.request(`/credentials/${path}`, { method: "PUT", body: JSON.stringify(body), as });
}
const get = ({ account }: Licensed, query = "?kind=0") => gateway.request(`/credentials/${account.address}${query}`);
const nameOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split(":").at(-1);

describe("a credential", () => {
  test("is given to everybody in its one spelling", async () => {
    const doctor = await board.license();
    const credential = await certify(doctor);
    expect((await put(doctor, credential)).status).toBe(204);
    const answer = await get(doctor);
    expect(await answer.text()).toBe(canonicalJson(credential));
    expect(answer.headers.get("Content-Type")).toBe("application/json");
  });

  test("is there for each kind of licence, and is replaced by the next of that kind", async () => {
    const doctor = await board.license(0);
    const pharmacist = { ...doctor, kind: 1, number: "P-1" };
    await board.issue({ holder: doctor.account.address, kind: 1, number: "P-1" });
    await put(doctor, await certify(doctor));
    await put(doctor, await certify(pharmacist));
    await put(doctor, await certify(doctor, { name: "Dr. Ada Byron" }));
    expect(((await (await get(doctor)).json()) as LicenceCredential).name).toBe("Dr. Ada Byron");
    expect(((await (await get(doctor, "?kind=1")).json()) as LicenceCredential).name).toBe("Dr. Ada Marlow");
  });

  test("is taken while the licence is suspended", async () => {
    const doctor = await board.license();
    await board.suspend(doctor);
    expect((await put(doctor, await certify(doctor))).status).toBe(204);
  });

  test("is not there where none was put, and needs a kind to be asked for", async () => {
    const doctor = await board.license();
    expect(await nameOf(await get(doctor))).toBe("NotFound");
    for (const query of ["", "?kind=", "?kind=4", "?kind=00", "?kind=x", "?kind=0x1"]) {
      expect(await nameOf(await get(doctor, query))).toBe("RequestInvalid");
    }
  });
});

describe("what the register does not say is refused", () => {
  test.each<[string, () => Promise<[Licensed, LicenceCredential]>]>([
    [
      "a licence that was revoked",
      async () => {
        const doctor = await board.license();
        await board.revoke(doctor);
        return [doctor, await certify(doctor)];
      },
    ],
    [
      "no licence at all",
      async () => {
        const nobody = { account: privateKeyToAccount(generatePrivateKey()), kind: 0, number: "N-1" };
        return [nobody, await certify(nobody)];
      },
    ],
    [
      "a licence of another kind",
      async () => {
        const doctor = await board.license(0);
        return [doctor, await certify({ ...doctor, kind: 1 })];
      },
    ],
    [
      "another number",
      async () => {
        const doctor = await board.license();
        return [doctor, await certify({ ...doctor, number: "T-0" })];
      },
    ],
    [
      "another jurisdiction",
      async () => {
        const doctor = await board.license();
        return [doctor, await certify(doctor, { jurisdiction: "US-NY" })];
      },
    ],
    [
      "a clerk of no board",
      async () => {
        const doctor = await board.license();
        return [doctor, await certify(doctor, { clerk: privateKeyToAccount(generatePrivateKey()) })];
      },
    ],
    [
      "a licence that its holder signed",
      async () => {
        const doctor = await board.license();
        return [doctor, await certify(doctor, { clerk: doctor.account })];
      },
    ],
    [
      "a name that the holder wrote over it",
      async () => {
        const doctor = await board.license();
        return [doctor, { ...(await certify(doctor)), name: "Prof. Dr. Ada Marlow" }];
      },
    ],
    [
      "a credential of somebody else",
      async () => {
        const doctor = await board.license();
        return [await board.license(), await certify(doctor)];
      },
    ],
  ])("%s", async (_, made) => {
    const [holder, credential] = await made();
    const answer = await put(holder, credential);
    expect(answer.status).toBe(422);
    expect(await nameOf(answer)).toBe("CredentialInvalid");
    expect(await nameOf(await get(holder))).toBe("NotFound");
  });

  test("what is no credential", async () => {
    const doctor = await board.license();
    const credential = await certify(doctor);
    for (const body of [null, [], {}, { ...credential, name: "x\u202ey" }, { ...credential, more: 1 }]) {
      expect(await nameOf(await put(doctor, body))).toBe("RequestInvalid");
    }
    expect(await nameOf(await put(doctor, "x".repeat(9000)))).toBe("TooLarge");
  });
});

test("a credential is put by its holder alone", async () => {
  const doctor = await board.license();
  const credential = await certify(doctor);
  const stranger = { account: privateKeyToAccount(generatePrivateKey()) };
  expect(await nameOf(await put(stranger, credential, doctor.account.address))).toBe("NotPermitted");
  const path = `/credentials/${doctor.account.address}`;
  const unsigned = await gateway.request(path, { method: "PUT", body: JSON.stringify(credential) });
  expect(await nameOf(unsigned)).toBe("SignInNeeded");
  expect(await nameOf(await get(doctor))).toBe("NotFound");
});

test("without the chain none is taken, and those that are here are still given", async () => {
  const [doctor, other] = [await board.license(), await board.license()];
  const [credential, otherCredential] = [await certify(doctor), await certify(other)];
  const way = await cuttable(Number(new URL(chain.url).port));
  const cutOff = await testGateway({ ...chain, url: `http://127.0.0.1:${way.port}` });
  const [as, otherAs] = [await cutOff.signIn(doctor.account), await cutOff.signIn(other.account)];
  const putThere = (address: string, body: LicenceCredential, token: string) =>
    cutOff.request(`/credentials/${address}`, { method: "PUT", body: JSON.stringify(body), as: token });

  expect((await putThere(doctor.account.address, credential, as)).status).toBe(204);
  await way.cut();
  const refused = await putThere(other.account.address, otherCredential, otherAs);
  expect(await nameOf(refused)).toBe("ChainUnreachable");
  const stored = await cutOff.request(`/credentials/${doctor.account.address}?kind=0`);
  expect(await stored.text()).toBe(canonicalJson(credential));
  await way.mend();
  expect((await putThere(other.account.address, otherCredential, otherAs)).status).toBe(204);
  await way.cut();
  await cutOff.close();
});
