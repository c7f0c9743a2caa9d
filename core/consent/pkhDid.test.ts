import { expect, it } from "vitest";
import { pkhDid } from "./pkhDid.ts";

it("names an account on its chain, in lower case", () => {
  expect(pkhDid({ chainId: 31_337, address: "0x57D9cf97A5669a1105bb845235967167faccd3d1" })).toBe(
    "did:pkh:eip155:31337:0x57d9cf97a5669a1105bb845235967167faccd3d1",
  );
});
