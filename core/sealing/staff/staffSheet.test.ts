import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, test } from "vitest";
import { sha256 } from "viem";
import type { StaffSheet } from "./StaffSheet.ts";
import { bytesOfStaffSheet, staffSheetIn } from "./staffSheetBytes.ts";
import { staffSheetTypedData } from "./staffSheetTypedData.ts";
import { verifyStaffSheet } from "./verifyStaffSheet.ts";

const hospital = privateKeyToAccount(`0x${"11".repeat(32)}`);
const somebodyElse = privateKeyToAccount(`0x${"22".repeat(32)}`);
const chainId = 31_337;
const staffRegistry = "0x5FbDB2315678afecb367f032d93F642f64180aa3";

const chart = {
  subject: `0x${"aa".repeat(20)}`,
  epoch: 3,
  keyset: Uint8Array.of(1, 2, 3),
  keys: [{ category: 2, publicKey: new Uint8Array(32).fill(7) }],
  about: { name: "Ada Marlow", birthDate: "1980-02-29" },
} as const;

const sheet = (more: Partial<StaffSheet> = {}): StaffSheet => ({
  hospital: hospital.address.toLowerCase() as `0x${string}`,
  at: 1_800_000_000,
  charts: [{ ...chart, keys: [...chart.keys] }],
  ...more,
});

async function signed(by = hospital, of = sheet(), overrides: Partial<Parameters<typeof staffSheetTypedData>[0]> = {}) {
  const bytes = bytesOfStaffSheet(of);
  const content = sha256(bytes);
  const about = { chainId, staffRegistry, hospital: hospital.address, content, at: of.at, ...overrides } as const;
  return { bytes, signature: await by.signTypedData(staffSheetTypedData(about)) };
}

const verify = (given: Awaited<ReturnType<typeof signed>>) =>
  verifyStaffSheet({ ...given, hospital: hospital.address, chainId, staffRegistry });

describe("a sheet that a hospital hands out", () => {
  test("comes back as it was made, from bytes whose length says little", async () => {
    expect(staffSheetIn(bytesOfStaffSheet(sheet()))).toEqual(sheet());
    expect(bytesOfStaffSheet(sheet()).length % 1024).toBe(0);
    expect(await verify(await signed())).toEqual(sheet());
  });

  test("is refused where somebody else signed it, however it came", async () => {
    await expect(verify(await signed(somebodyElse))).rejects.toMatchObject({ name: "StaffSheetNotSigned" });
    const theirs = sheet({ hospital: somebodyElse.address.toLowerCase() as `0x${string}` });
    const own = await signed(somebodyElse, theirs, { hospital: somebodyElse.address });
    await expect(verify(own)).rejects.toMatchObject({ name: "StaffSheetNotSigned" });
  });

  test("is refused where a name, a birth date, a key or its time is another than was signed", async () => {
    const { signature } = await signed();
    const [first] = sheet().charts;
    const forgeries = [
      sheet({ charts: [{ ...first!, about: { ...first!.about, name: "Eve Marlow" } }] }),
      sheet({ charts: [{ ...first!, about: { ...first!.about, birthDate: "1980-02-28" } }] }),
      sheet({ charts: [{ ...first!, subject: `0x${"bb".repeat(20)}` }] }),
      sheet({ charts: [{ ...first!, keys: [{ category: 2, publicKey: new Uint8Array(32).fill(8) }] }] }),
      sheet({ at: 1_900_000_000 }),
    ];
    for (const forged of forgeries) {
      const verifying = verify({ bytes: bytesOfStaffSheet(forged), signature });
      await expect(verifying).rejects.toMatchObject({ name: "StaffSheetNotSigned" });
    }
  });

  test("is refused where it was signed for another chain or another registry", async () => {
    for (const other of [{ chainId: 1 }, { staffRegistry: hospital.address }]) {
      await expect(verify(await signed(hospital, sheet(), other))).rejects.toMatchObject({
        name: "StaffSheetNotSigned",
      });
    }
  });

  test("is refused where it is none", async () => {
    const { signature } = await signed();
    const verifying = verify({ bytes: new Uint8Array(1024).fill(0x20), signature });
    await expect(verifying).rejects.toMatchObject({ name: "UnknownFormat" });
  });

  test("of a wallet that is a contract is believed as far as the chain does", async () => {
    const { bytes } = await signed();
    const asked = { bytes, signature: "0x1234", hospital: hospital.address, chainId, staffRegistry } as const;
    expect(await verifyStaffSheet({ ...asked, verifyOnChain: async () => true })).toEqual(sheet());
    const refused = verifyStaffSheet({ ...asked, verifyOnChain: async () => false });
    await expect(refused).rejects.toMatchObject({ name: "StaffSheetNotSigned" });
  });
});
