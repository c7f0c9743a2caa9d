import { describe, expect, it } from "vitest";
import { formatDate } from "./formatDate.ts";
import { formatDays } from "./formatDays.ts";
import { formatDay } from "./formatDay.ts";
import { formatPeriod } from "./formatPeriod.ts";

const american = { locale: "en-US", timeZone: "America/New_York" };
const german = { locale: "de-DE", timeZone: "Europe/Berlin" };

describe("a FHIR date", () => {
  it.each([
    ["2019", "2019"],
    ["2019-03", "March 2019"],
    ["2019-03-14", "March 14, 2019"],
    ["2019-03-14T23:30:00Z", "March 14, 2019 at 07:30 PM"],
    ["2019-03-14T23:30:00.123+01:00", "March 14, 2019 at 06:30 PM"],
    ["0050-01-01", "January 1, 50"],
  ])("is told no more exactly than it is: %s", (written, told) => {
    expect(formatDate(written, american)).toBe(told);
  });

  it("is told in the reader's language and time zone", () => {
    expect(formatDate("2019-03", german)).toBe("März 2019");
    expect(formatDate("2019-03-14T23:30:00Z", german)).toBe("15. März 2019 um 00:30");
  });

  it("stays the same day everywhere as long as it has no time", () => {
    expect(formatDate("2019-03-01", { ...american, timeZone: "Pacific/Kiritimati" })).toBe("March 1, 2019");
  });

  it("stays as it was written where it is none", () => {
    expect(formatDate("last spring", american)).toBe("last spring");
    expect(formatDate("2019-02-30", american)).toBe("2019-02-30");
    expect(formatDate("2019-03-14T25:00:00Z", american)).toBe("2019-03-14T25:00:00Z");
  });

  it.each([[undefined], [null], [7], [{}], [[]], [""], ["   "]])("is nothing where nothing is written: %s", (value) => {
    expect(formatDate(value, american)).toBeUndefined();
  });

  it("does not grow with what a stranger wrote", () => {
    expect(formatDate("x".repeat(1_000_000), american)!.length).toBeLessThan(200);
  });

  it("can be told without its time: the day it was for the reader", () => {
    expect(formatDay("2019-03-14T23:30:00Z", american)).toBe("March 14, 2019");
    expect(formatDay("2019-03-14T23:30:00Z", german)).toBe("15. März 2019");
    expect(formatDay("2019-03", american)).toBe("March 2019");
  });
});

describe("a period", () => {
  it("names its day once where it begins and ends on the same", () => {
    const visit = { start: "2022-04-29T13:15:00Z", end: "2022-04-29T13:35:00Z" };
    expect(formatPeriod(visit, american)!.match(/2022/g)).toHaveLength(1);
  });

  it("may be open, or known less exactly at one end", () => {
    expect(formatPeriod({ start: "2022-04" }, american)).toBe("since April 2022");
    expect(formatPeriod({ end: "2022" }, american)).toBe("until 2022");
    expect(formatPeriod({ start: "2020", end: "2022-04" }, american)).toBe("2020 to April 2022");
  });

  it("of days says no time, whoever wrote one", () => {
    const days = { start: "2015-01-03T15:50:00Z", end: "2015-01-24T15:50:00Z" };
    expect(formatDays(days, german)).toBe("3.–24. Januar 2015");
    expect(formatDays({ start: "2015-01-03T15:50:00Z" }, american)).toBe("since January 3, 2015");
    expect(formatDays({ start: "2015-01", end: "2015-02" }, american)).toContain("February 2015");
  });

  it("that ends before it begins is told as it was written", () => {
    expect(formatPeriod({ start: "2022", end: "2020" }, american)).toBe("2022 to 2020");
  });

  it.each([[undefined], ["2022"], [{}], [{ start: 1, end: [] }]])(
    "is nothing where nothing is written: %s",
    (value) => {
      expect(formatPeriod(value, american)).toBeUndefined();
    },
  );
});
