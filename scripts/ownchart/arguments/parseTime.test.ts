import { describe, expect, it } from "vitest";
import { UsageError } from "../UsageError.ts";
import { parseDay, parseUntil } from "./parseTime.ts";

const now = 1_800_000_000;

describe("parseUntil", () => {
  it("takes spans from now", () => {
    expect(parseUntil("12h", now)).toBe(now + 43_200);
    expect(parseUntil("30d", now)).toBe(now + 30 * 86_400);
    expect(parseUntil("4w", now)).toBe(now + 28 * 86_400);
  });

  it("takes a day and holds until it is over, here", () => {
    expect(parseUntil("2027-06-30", now)).toBe(new Date(2027, 6, 1).getTime() / 1000);
  });

  it.each(["", "0d", "30", "30 d", "2027-02-30", "2027-6-1", "1e9d", "99999999d", "2020-01-01", "tomorrow"])(
    "refuses %j",
    (text) => {
      expect(() => parseUntil(text, now)).toThrow(UsageError);
    },
  );
});

it("parseDay takes days that there are", () => {
  expect(parseDay("2024-02-29", "--since")).toBe("2024-02-29");
  expect(() => parseDay("2023-02-29", "--since")).toThrow("--since takes a day such as 2027-01-31.");
});
