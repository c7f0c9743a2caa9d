import { InvalidAddressError } from "viem";
import { describe, expect, it } from "vitest";
import { addressBytes } from "./addressBytes.ts";

const checksummed = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

describe("addressBytes", () => {
  it("are twenty, whatever the case of the letters", () => {
    const bytes = addressBytes(checksummed);
    expect([bytes.length, bytes[0], bytes[19]]).toEqual([20, 0x70, 0xc8]);
    expect(addressBytes(checksummed.toLowerCase() as never)).toEqual(bytes);
    expect(addressBytes(`0x${checksummed.slice(2).toUpperCase()}`)).toEqual(bytes);
  });

  it.each(["0x", checksummed.slice(0, -2), `${checksummed}00`, `0x${"g".repeat(40)}`])("refuses %s", (address) => {
    expect(() => addressBytes(address as never)).toThrow(InvalidAddressError);
  });
});
