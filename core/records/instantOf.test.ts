import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEntry } from "./entry.ts";
import { instantOf } from "./instantOf.ts";

function isAnEntryTime(issued: string): boolean {
  return (
    parseEntry({ cid: "ba", mediaType: "", title: "", category: 0, epoch: 0, issued, resources: [] }) !== undefined
  );
}

function digits(length: number) {
  return fc.stringMatching(new RegExp(`^\\d{${length}}$`));
}

describe("instantOf", () => {
  it.each([
    ["2024", "2024-01-01T00:00:00.000Z"],
    ["2024-05", "2024-05-01T00:00:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["2024-05-06T07:08:09Z", "2024-05-06T07:08:09.000Z"],
    ["2024-05-06T07:08:09.1234567Z", "2024-05-06T07:08:09.123Z"],
    ["2024-05-06T23:30:00-04:00", "2024-05-07T03:30:00.000Z"],
    ["2024-05-06T01:00:00+05:45", "2024-05-05T19:15:00.000Z"],
    ["2024-05-06T01:00:00+0545", "2024-05-05T19:15:00.000Z"],
    ["2024-05-06T07:08", "2024-05-06T07:08:00.000Z"],
    ["2024-05-06 07:08:09", "2024-05-06T07:08:09.000Z"],
    ["0000-01-01", "0000-01-01T00:00:00.000Z"],
  ])("reads %s as %s", (written, instant) => {
    expect(instantOf(written)).toBe(instant);
  });

  it.each([
    "2023-02-29",
    "2024-13",
    "2024-04-31T00:00:00Z",
    "2024-05-06T25:00:00Z",
    "2024-05-06T07:08:09+99:00",
    "9999-12-31T23:59:59-14:00",
    "0000-01-01T00:00:00+14:00",
    "06.05.2024",
    "yesterday",
    "",
    20240506,
    null,
    undefined,
    {},
  ])("reads nothing in %o", (written) => {
    expect(instantOf(written)).toBeUndefined();
  });

  it("gives only what an entry accepts", () => {
    const time = fc
      .tuple(
        digits(4),
        digits(2),
        digits(2),
        digits(2),
        digits(2),
        digits(2),
        fc.constantFrom("Z", "+14:00", "-12:00", ""),
      )
      .map(
        ([year, month, day, hour, minute, second, zone]) =>
          `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`,
      );
    fc.assert(
      fc.property(time, (written) => {
        const instant = instantOf(written);
        if (instant !== undefined) expect(isAnEntryTime(instant)).toBe(true);
      }),
    );
  });
});
