import { describe, expect, test } from "vitest";
import type { Share, SharedWithMe } from "../keeper/Keeper.ts";
import { additions, endingAccess, endingShares } from "./chartNotices.ts";
import { endingAppointments } from "./staffNotices.ts";
import { endingLicences } from "./licenceNotices.ts";

const now = 1_800_000_000;
const day = 86_400;
const someone = `0x${"a1".repeat(20)}` as const;

const share = (validUntil: number): Share => ({
  grantee: someone,
  granteeName: "Dr. Weiss",
  read: [],
  contribute: [],
  validFrom: now - day,
  validUntil,
  sentences: undefined,
  lacksNewKeys: false,
});

const chart = (validUntil: number, more: Partial<SharedWithMe> = {}): SharedWithMe => ({
  subject: someone,
  validFrom: now - day,
  validUntil,
  isInForce: true,
  read: [],
  contribute: [],
  about: { name: "Ada Marlow", birthDate: "1980-02-29" },
  refusal: undefined,
  ...more,
});

describe("an end of access", () => {
  test.each([
    [7 * day, 1],
    [7 * day + 1, 0],
    [1, 1],
    [0, 0],
    [-1, 0],
  ])("%i seconds ahead is told %i times, to both sides", (ahead, told) => {
    expect(endingShares([share(now + ahead)], now)).toHaveLength(told);
    expect(endingAccess([chart(now + ahead)], now)).toHaveLength(told);
  });

  test("of what has not begun yet is not told to whom it was given", () => {
    expect(endingAccess([chart(now + 2 * day, { isInForce: false })], now)).toEqual([]);
  });

  test("says whose, and when, and where one can do something", () => {
    expect(endingShares([share(now + 2 * day)], now)).toMatchObject([
      { sentence: "What you share with Dr. Weiss ends in 2 days.", to: { search: { with: someone } } },
    ]);
    expect(endingAccess([chart(now + 5 * day)], now)[0]!.sentence).toMatch(
      /^Your access to the chart of Ada Marlow ends on \w+ \d+, 2027\.$/,
    );
  });

  test("of another day is another notice, so one that was put away does not hide it", () => {
    const keys = [day, 2 * day].map((ahead) => endingShares([share(now + ahead)], now)[0]!.key);
    expect(new Set(keys).size).toBe(2);
  });
});

test.each([
  [60 * day, true, 1],
  [60 * day + 1, true, 0],
  [30 * day, false, 0],
])("a licence that ends in %i seconds, in force: %s, is told %i times", (ahead, isInForce, told) => {
  expect(endingLicences([{ kind: 0, isInForce, validUntil: now + ahead }], now)).toHaveLength(told);
});

test.each([
  [7 * day, 1],
  [7 * day + 1, 0],
])("work for a hospital that ends in %i seconds is told %i times", (ahead, told) => {
  expect(endingAppointments([{ hospital: someone, validUntil: now + ahead }], now)).toHaveLength(told);
});

test("what others have added is told by author, and again when there is more", () => {
  const [one, two] = [
    additions([{ author: someone, records: 1, newestAt: now }]),
    additions([{ author: someone, records: 2, newestAt: now + 1 }]),
  ];
  expect(one[0]!.sentence).toMatch(/added one record|added 1 record/);
  expect(two[0]!.sentence).toContain("2 records");
  expect(one[0]!.key).not.toBe(two[0]!.key);
});
