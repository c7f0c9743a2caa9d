import type { Hex } from "viem";
import { describe, expect, it } from "vitest";
import type { TimelineRecord } from "../../keeper/Keeper.ts";
import { newRecords } from "./newRecords.ts";

const me = "0x1111111111111111111111111111111111111111";
const other = "0x2222222222222222222222222222222222222222";
const record = (capsuleHash: Hex, publishedAt: number, author = other) =>
  ({ capsuleHash, publishedAt, author }) as TimelineRecord;

describe("what is new in a chart", () => {
  const records = [record("0x01", 10), record("0x02", 20), record("0x03", 30, me), record("0x04", 30)];

  it("is what others have added since", () => {
    expect([...newRecords({ records, seenUntil: 20 }, me)]).toEqual(["0x04"]);
    expect([...newRecords({ records, seenUntil: 0 }, me)]).toEqual(["0x01", "0x02", "0x04"]);
  });

  it("is nothing when all of it was seen, and on the first visit", () => {
    expect(newRecords({ records, seenUntil: 30 }, me).size).toBe(0);
    expect(newRecords({ records, seenUntil: undefined }, me).size).toBe(0);
  });
});
