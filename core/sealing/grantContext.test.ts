import { bytesToHex } from "viem";
import { expect, it } from "vitest";
import { consentRegistry, grantPlace, grantee, subject } from "#test/support/sealing/samplePlaces.ts";
import { grantContext } from "./grantContext.ts";

it("the context of a grant is chain, ConsentRegistry, subject, grantee and epoch", () => {
  expect(bytesToHex(grantContext(grantPlace))).toBe(
    `0x0000000000007a69${consentRegistry.slice(2)}${subject.slice(2)}${grantee.slice(2)}00000003`,
  );
});
