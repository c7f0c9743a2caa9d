import { expect, it } from "vitest";
import { parseAddress } from "./parseAddress.ts";

it("takes an address in lower case, or with its checksum", () => {
  expect(parseAddress("0x90F79bf6EB2c4f870365E785982E1f101E93b906")).toBe("0x90f79bf6eb2c4f870365e785982e1f101e93b906");
});

it.each(["", "0x1234", "0x90F79bf6EB2c4f870365E785982E1f101E93b90G", "0x90f79bf6EB2c4f870365E785982E1f101E93b906"])(
  "refuses %j",
  (text) => {
    expect(() => parseAddress(text)).toThrow(/is not an address/);
  },
);
