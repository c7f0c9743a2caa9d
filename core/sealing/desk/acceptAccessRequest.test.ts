import { privateKeyToAccount } from "viem/accounts";
import type { Hex } from "viem";
import { describe, expect, it } from "vitest";
import { acceptAccessRequest } from "./acceptAccessRequest.ts";
import type { AccessRequest } from "./accessRequestSchema.ts";
import { accessRequestTypedData } from "./accessRequestTypedData.ts";
import { createAccessRequest } from "./createAccessRequest.ts";

const account = privateKeyToAccount(`0x${"11".repeat(32)}`);
const unsigned: Omit<AccessRequest, "signature"> = {
  chainId: 31_337,
  consentRegistry: "0x5ac618273acf00b826f7cb16cf65528b1c8f6c08",
  doctor: account.address.toLowerCase() as Hex,
  kind: 0,
  keyId: `0x${"ab".repeat(32)}`,
  credential: { name: "Dr. Mira Okafor" },
  categories: [2],
  until: 1_810_944_000,
};
const request = { ...unsigned, signature: await account.signTypedData(accessRequestTypedData(unsigned)) };
const text = createAccessRequest(request);
const checkLicence = async () => {};
const verifyOnChain = async () => true;
const suspended = () => Promise.reject(new Error("licence suspended"));

describe("acceptAccessRequest", () => {
  it("gives the request once its form, signature and licence are seen to be good", async () => {
    const checked: AccessRequest[] = [];
    const remember = async (given: AccessRequest) => void checked.push(given);
    await expect(acceptAccessRequest({ text, checkLicence: remember })).resolves.toEqual(request);
    expect(checked).toEqual([request]);
  });

  it("asks the chain about a wallet that is a contract", async () => {
    const byContract = createAccessRequest({ ...unsigned, signature: `0x${"cd".repeat(100)}` });
    await expect(acceptAccessRequest({ text: byContract, checkLicence, verifyOnChain })).resolves.toMatchObject(
      unsigned,
    );
    await expect(acceptAccessRequest({ text: byContract, checkLicence })).rejects.toMatchObject({
      name: "DeskRequestNotSigned",
    });
  });

  it("refuses with the licence's own error", async () => {
    await expect(acceptAccessRequest({ text, checkLicence: suspended })).rejects.toThrow("licence suspended");
  });

  it.each([
    ["what is no request", "{}", "UnknownFormat"],
    ["what was not signed", createAccessRequest({ ...request, kind: 2 }), "DeskRequestNotSigned"],
  ])("refuses %s before it asks about a licence", async (_, other, name) => {
    await expect(acceptAccessRequest({ text: other, checkLicence: suspended })).rejects.toMatchObject({ name });
  });
});
