import { expect, test } from "vitest";
import { JurisdictionInvalidError, jurisdictionBytes } from "./jurisdictionBytes.ts";

test.each([
  ["US-MA", "0x55532d4d4100"],
  ["GB-ENG", "0x47422d454e47"],
  ["CH", "0x434800000000"],
])("%s is stored as %s", (jurisdiction, bytes) => {
  expect(jurisdictionBytes(jurisdiction)).toBe(bytes);
});

test.each(["", "us-ma", "USA", "US-", "US-ABCD", "US_MA", "ÜS-MA"])("“%s” is refused", (jurisdiction) => {
  expect(() => jurisdictionBytes(jurisdiction)).toThrow(JurisdictionInvalidError);
});
