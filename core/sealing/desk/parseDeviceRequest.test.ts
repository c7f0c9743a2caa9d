import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../consent/canonicalJson.ts";
import { createDeviceRequest } from "./createDeviceRequest.ts";
import type { DeviceRequest } from "./deviceRequestSchema.ts";
import { encodeDeskReveal } from "./encodeDeskReveal.ts";
import { parseDeviceRequest } from "./parseDeviceRequest.ts";
import { longestDeskMessage } from "./sealDeskMessage.ts";

const usual: DeviceRequest = {
  chainId: 31_337,
  consentRegistry: "0x5ac618273acf00b826f7cb16cf65528b1c8f6c08",
  address: "0xa1b397875434dbd426180a3e906d6edeeaa1e27a",
  device: `0x${"ab".repeat(1216)}`,
};
const text = createDeviceRequest(usual);

describe("parseDeviceRequest", () => {
  it("reads what createDeviceRequest wrote", () => {
    expect(parseDeviceRequest(text)).toEqual(usual);
  });

  it("reads a request of a device that knows of no account yet", () => {
    const { address: _, ...blank } = usual;
    expect(parseDeviceRequest(createDeviceRequest(blank))).toEqual(blank);
  });

  it("reads a request that fits a mailbox even with the largest of chain ids", () => {
    const request = createDeviceRequest({ ...usual, chainId: Number.MAX_SAFE_INTEGER });
    const reveal = encodeDeskReveal({ nonceDoctor: new Uint8Array(32), request });
    expect(reveal.length + 40).toBeLessThan(longestDeskMessage * 0.7);
  });

  it.each([
    ["a key of suite 1", { device: `0x${"ab".repeat(32)}` }],
    ["a key in upper case", { device: `0x${"AB".repeat(1216)}` }],
    ["what is no address", { address: "0xab" }],
    ["no chain", { chainId: undefined }],
    ["no registry", { consentRegistry: undefined }],
  ])("refuses %s", (_, changed) => {
    const other = canonicalJson({ ...usual, ...changed });
    expect(() => parseDeviceRequest(other)).toThrow(expect.objectContaining({ name: "UnknownFormat" }));
    expect(() => createDeviceRequest({ ...usual, ...changed } as DeviceRequest)).toThrow(
      expect.objectContaining({ name: "UnknownFormat" }),
    );
  });
});
