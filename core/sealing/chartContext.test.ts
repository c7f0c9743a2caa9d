import { bytesToHex } from "viem";
import { expect, it } from "vitest";
import { chartPlace, consentRegistry, subject } from "#test/support/sealing/samplePlaces.ts";
import { chartContext } from "./chartContext.ts";

it("the context of a chart is chain, ConsentRegistry and subject", () => {
  expect(bytesToHex(chartContext(chartPlace))).toBe(`0x0000000000007a69${consentRegistry.slice(2)}${subject.slice(2)}`);
});
