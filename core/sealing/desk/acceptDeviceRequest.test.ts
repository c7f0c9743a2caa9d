import { describe, expect, it } from "vitest";
import { acceptDeviceRequest } from "./acceptDeviceRequest.ts";
import { createDeviceRequest } from "./createDeviceRequest.ts";

const own = {
  chainId: 31_337,
  consentRegistry: "0x5ac618273acf00b826f7cb16cf65528b1c8f6c08",
  address: "0xa1b397875434dbd426180a3e906d6edeeaa1e27a",
} as const;
const request = { ...own, device: `0x${"ab".repeat(1216)}` } as const;
const text = createDeviceRequest(request);

describe("acceptDeviceRequest", () => {
  it("accepts a device of one's own account, however its address is written", () => {
    const address = "0xA1B397875434Dbd426180A3e906D6EDEEAa1E27A";
    expect(acceptDeviceRequest({ ...own, address, text })).toEqual(request);
  });

  it.each([
    ["address", { address: "0xb1b397875434dbd426180a3e906d6edeeaa1e27a" }],
    ["chain", { chainId: 1 }],
    ["deployment", { consentRegistry: "0x6ac618273acf00b826f7cb16cf65528b1c8f6c08" }],
  ] as const)("refuses a device of another %s", (_, other) => {
    expect(() => acceptDeviceRequest({ ...own, ...other, text })).toThrow(
      expect.objectContaining({ name: "DeskOfAnotherAccount" }),
    );
  });

  it("accepts a device that knows of no account yet", () => {
    const blank = { ...request, address: undefined };
    expect(acceptDeviceRequest({ ...own, text: createDeviceRequest(blank) })).toEqual({
      ...request,
      address: undefined,
    });
  });

  it("refuses what is no request of a device", () => {
    expect(() => acceptDeviceRequest({ ...own, text: "{}" })).toThrow(
      expect.objectContaining({ name: "UnknownFormat" }),
    );
  });
});
