import { TypedDataEncoder } from "ethers";
import { hashTypedData } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { beforeAll, describe, expect, test } from "vitest";
import { jurisdictionBytes } from "../jurisdictionBytes.ts";
import { licenceCredentialTypedData } from "./licenceCredentialTypedData.ts";
import type { LicenceCredential } from "./parseLicenceCredential.ts";
import { signLicenceCredential } from "./signLicenceCredential.ts";
import { type RegisterSays, verifyLicenceCredential } from "./verifyLicenceCredential.ts";

const clerk = privateKeyToAccount(`0x${"11".repeat(32)}`);
const somebodyElse = privateKeyToAccount(`0x${"22".repeat(32)}`);
const world = { chainId: 31_337, licenceRegistry: "0x00000000000000000000000000000000000000aa" } as const;
const boardKey = new Uint8Array(32).fill(7);
const licence = {
  holder: "0x00000000000000000000000000000000000000Bb",
  kind: 0,
  jurisdiction: "US-MA",
  name: "Dr. Luís Ferreira",
  speciality: "cardiology",
  number: "MD-198852",
  issuedAt: 1_800_000_000,
} as const;

let credential: LicenceCredential;
let register: RegisterSays;

beforeAll(async () => {
  credential = await signLicenceCredential({ licence, boardKey, clerk, ...world });
  register = {
    licence: {
      status: 1,
      jurisdiction: jurisdictionBytes("US-MA"),
      number: credential.numberHash.slice(0, 32) as "0x",
    },
    boardRole: { isMember: true, delay: 0 },
  };
});

const verify = (change: object = {}, answer: Partial<RegisterSays> = {}, place: object = {}) =>
  verifyLicenceCredential({
    credential: { ...credential, ...change },
    register: { ...register, ...answer },
    ...world,
    ...place,
  });

describe("a credential that its board signed", () => {
  test("is believed", async () => {
    await expect(verify()).resolves.toBeUndefined();
  });

  test("is signed over the digest that another library computes", () => {
    const { domain, types, message } = licenceCredentialTypedData({ credential, ...world });
    const members = { LicenceCredential: [...types.LicenceCredential] };
    expect(TypedDataEncoder.hash(domain, members, message)).toBe(
      hashTypedData(licenceCredentialTypedData({ credential, ...world })),
    );
    expect(TypedDataEncoder.from(members).encodeType("LicenceCredential")).toBe(
      "LicenceCredential(address holder,uint8 kind,string jurisdiction,string name,string speciality,string number,bytes32 numberHash,uint64 issuedAt)",
    );
  });

  test("is believed while the licence is suspended", async () => {
    await expect(verify({}, { licence: { ...register.licence, status: 2 } })).resolves.toBeUndefined();
  });

  test("is not signed where nobody would believe it", async () => {
    const signing = signLicenceCredential({ licence: { ...licence, name: "" }, boardKey, clerk, ...world });
    await expect(signing).rejects.toMatchObject({ name: "CredentialUnreadable" });
  });
});

describe("a credential is refused", () => {
  test.each<[keyof LicenceCredential, unknown]>([
    ["holder", `0x${"01".repeat(20)}`],
    ["kind", 1],
    ["name", "Dr. Luisa Ferreira"],
    ["speciality", "psychiatry"],
    ["number", "MD-198853"],
    ["issuedAt", 1_800_000_001],
    ["board", somebodyElse.address.toLowerCase()],
    ["signature", `0x${"00".repeat(65)}`],
    ["signature", `0x${"ff".repeat(65)}`],
  ])("with another %s", async (member, value) => {
    await expect(verify({ [member]: value })).rejects.toMatchObject({ name: "CredentialNotSigned" });
  });

  test("with another number's hash, even in the part that the register does not keep", async () => {
    const start = `0x${"00".repeat(15)}${credential.numberHash.slice(32)}`;
    const end = `${credential.numberHash.slice(0, 32)}${"00".repeat(17)}`;
    await expect(verify({ numberHash: start })).rejects.toMatchObject({ name: "CredentialOfAnotherLicence" });
    await expect(verify({ numberHash: end })).rejects.toMatchObject({ name: "CredentialNotSigned" });
  });

  test("of another jurisdiction", async () => {
    await expect(verify({ jurisdiction: "US-NY" })).rejects.toMatchObject({ name: "CredentialOfAnotherLicence" });
  });

  test.each([0, 3, 4])("where the licence has status %i", async (status) => {
    const asked = verify({}, { licence: { ...register.licence, status } });
    await expect(asked).rejects.toMatchObject({ name: "CredentialNotLicensed" });
  });

  test.each([
    { isMember: false, delay: 0 },
    { isMember: true, delay: 1 },
  ])("where its signer has the role %o", async (boardRole) => {
    await expect(verify({}, { boardRole })).rejects.toMatchObject({ name: "CredentialBoardUnknown" });
  });

  test.each([{ chainId: 1 }, { licenceRegistry: `0x${"00".repeat(20)}` }])("in another world: %o", async (place) => {
    await expect(verify({}, {}, place)).rejects.toMatchObject({ name: "CredentialNotSigned" });
  });
});
