import { expect, test } from "vitest";
import type { TimelineRecord } from "../../keeper/Keeper.ts";
import { versionsOf } from "./versionsOf.ts";

const [doctor, another] = [`0x${"d0".repeat(20)}`, `0x${"a0".repeat(20)}`] as const;

function record(
  number: number,
  status: TimelineRecord["status"],
  more: { prev?: number; author?: typeof doctor } = {},
) {
  const hash = (of: number) => `0x${String(of).padStart(64, "0")}` as const;
  const { prev, author = doctor } = more;
  const entry = { cid: "b", mediaType: "", title: "", category: 1, epoch: 0, issued: "", resources: [] };
  const described = prev === undefined ? entry : { ...entry, prev: hash(prev) };
  return { capsuleHash: hash(number), author, publishedAt: number, status, entry: described } as TimelineRecord;
}

const [first, second, third] = [
  record(1, "superseded"),
  record(2, "superseded", { prev: 1 }),
  record(3, "current", { prev: 2 }),
];

test("each version knows the one before and the one after", () => {
  const all = [third, second, first];
  expect(versionsOf(all, first)).toEqual({ earlier: undefined, newer: second });
  expect(versionsOf(all, second)).toEqual({ earlier: first, newer: third });
  expect(versionsOf(all, third)).toEqual({ earlier: second, newer: undefined });
});

test("a version that cannot be seen is none", () => {
  expect(versionsOf([third], third)).toEqual({ earlier: undefined, newer: undefined });
});

test("what the chain does not bear out is not believed: another's record, or one that holds", () => {
  const claims = record(4, "current", { prev: 1, author: another as typeof doctor });
  expect(versionsOf([claims, first], claims).earlier).toBeUndefined();
  expect(versionsOf([claims, first], first).newer).toBeUndefined();
  const holds = record(5, "current");
  const alsoClaims = record(6, "current", { prev: 5 });
  expect(versionsOf([alsoClaims, holds], alsoClaims).earlier).toBeUndefined();
});
