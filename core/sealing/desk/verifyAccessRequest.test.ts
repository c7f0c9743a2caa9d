import { privateKeyToAccount } from "viem/accounts";
import { type Hex, bytesToHex } from "viem";
import { describe, expect, it } from "vitest";
import type { AccessRequest } from "./accessRequestSchema.ts";
import { accessRequestTypedData } from "./accessRequestTypedData.ts";
import { type SignedAccessRequest, verifyAccessRequest } from "./verifyAccessRequest.ts";

const account = privateKeyToAccount(`0x${"11".repeat(32)}`);
const unsigned: Omit<AccessRequest, "signature"> = {
  chainId: 31_337,
  consentRegistry: "0x5ac618273acf00b826f7cb16cf65528b1c8f6c08",
  doctor: account.address.toLowerCase() as Hex,
  kind: 0,
  keyId: `0x${"ab".repeat(32)}`,
  credential: { name: "Dr. Mira Okafor", speciality: "Cardiology" },
  categories: [2, 7],
  until: 1_810_944_000,
};
const signature = await account.signTypedData(accessRequestTypedData(unsigned));
const request: AccessRequest = { ...unsigned, signature };

const unreachable = () => Promise.reject(new Error("offline"));
const notSigned = expect.objectContaining({ name: "DeskRequestNotSigned" });

describe("verifyAccessRequest", () => {
  it("accepts what the clinician signed", async () => {
    await expect(verifyAccessRequest({ request })).resolves.toBeUndefined();
  });

  it.each<[string, Partial<AccessRequest>]>([
    ["chain", { chainId: 1 }],
    ["registry", { consentRegistry: "0x6ac618273acf00b826f7cb16cf65528b1c8f6c08" }],
    ["doctor", { doctor: "0x57d9cf97a5669a1105bb845235967167faccd3d1" }],
    ["kind", { kind: 2 }],
    ["key", { keyId: `0x${"ac".repeat(32)}` }],
    ["credential", { credential: { name: "Dr. Mira Okafor", speciality: "Surgery" } }],
    ["list of categories", { categories: [2] }],
    ["order of categories", { categories: [7, 2] }],
    ["end", { until: 1_810_944_001 }],
    ["signature", { signature: `${signature.slice(0, -4)}001c` as Hex }],
    ["signature that is none", { signature: `0x${"ff".repeat(65)}` }],
  ])("refuses another %s than was signed", async (_, changed) => {
    await expect(verifyAccessRequest({ request: { ...request, ...changed } })).rejects.toEqual(notSigned);
  });

  it("asks the chain about a wallet that is a contract, with all that it needs to answer", async () => {
    const asked: SignedAccessRequest[] = [];
    const contractSignature = bytesToHex(new Uint8Array(200).fill(7));
    await verifyAccessRequest({
      request: { ...request, signature: contractSignature },
      verifyOnChain: async (signed) => asked.push(signed) === 1,
    });
    expect(asked).toEqual([
      { ...accessRequestTypedData(unsigned), address: unsigned.doctor, signature: contractSignature },
    ]);
  });

  it("does not ask the chain about what a plain account signed", async () => {
    await expect(verifyAccessRequest({ request, verifyOnChain: unreachable })).resolves.toBeUndefined();
  });

  it("refuses what the chain denies", async () => {
    const parameters = { request: { ...request, kind: 1 as const }, verifyOnChain: async () => false };
    await expect(verifyAccessRequest(parameters)).rejects.toEqual(notSigned);
  });

  it("does not mistake a chain out of reach for a signature that is wrong", async () => {
    const parameters = { request: { ...request, kind: 1 as const }, verifyOnChain: unreachable };
    await expect(verifyAccessRequest(parameters)).rejects.toThrow("offline");
  });
});
