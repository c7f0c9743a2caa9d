import { expect, it } from "vitest";
import { measureLine } from "./measureLine.ts";

it("puts value, unit, peer and ratio between tabs", () => {
  const line = measureLine("sealing", { name: "sealopen.1MiB", value: 6.3, unit: "ms", peer: 6 });
  expect(line).toBe("sealing.sealopen.1MiB\t6.3\tms\t6\t1.05");
});

it("has the same five columns where there is no peer", () => {
  expect(measureLine("share", { name: "gas.10", value: 50_123, unit: "gas" })).toBe("share.gas.10\t50123\tgas\t\t");
});

it("keeps whole numbers whole and cuts others to four digits", () => {
  const line = measureLine("t", { name: "n", value: 1_234_567, unit: "1/s", peer: 987.654321 });
  expect(line).toBe("t.n\t1234567\t1/s\t987.7\t1250");
});
