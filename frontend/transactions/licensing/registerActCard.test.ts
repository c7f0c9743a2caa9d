import { describe, expect, test } from "vitest";
import { type LicenceCall, licenceCall } from "#client/chain/licenceCall.ts";
import { registerActCard } from "./registerActCard.ts";

const to = `0x${"aa".repeat(20)}` as const;
const holder = "0x00000000219ab540356cBB839Cbe05303d7705Fa";
const numberHash = `0x${"bb".repeat(32)}` as const;
const window = { validFrom: 1_800_000_000, validUntil: 1_863_000_000 };

const calls: LicenceCall[] = [
  { act: "issue", holder, kind: 1, jurisdiction: "DE-BY", ...window, numberHash },
  { act: "renew", holder, kind: 1, validUntil: window.validUntil },
  { act: "suspend", holder, kind: 1 },
  { act: "reinstate", holder, kind: 1 },
  { act: "revoke", holder, kind: 1 },
];

describe.each(calls.map((call) => [call.act, call] as const))(
  "the card before a board's member sends: %s",
  (_, call) => {
    test("is made from the bytes that are sent, and shows each of their values", () => {
      const card = registerActCard({ to, data: licenceCall(call) })!;
      expect(card.isPaid).toBe(true);
      const shown = card.fields.map(({ value }) => value);
      const days = [window.validFrom, window.validUntil].map((it) =>
        new Intl.DateTimeFormat(undefined, { dateStyle: "long" }).format(it * 1000),
      );
      const expected = [holder, "pharmacist", to];
      if (call.act === "issue") expected.push("DE-BY", numberHash, ...days);
      if (call.act === "renew") expected.push(days[1]!);
      expect(new Set(shown)).toEqual(new Set(expected));
      expect(card.sentences.join(" ")).toContain("pharmacist");
      expect(card.isGrave ?? false).toBe(call.act === "suspend" || call.act === "revoke");
    });
  },
);

test("other calls are none of a board's acts", () => {
  for (const data of ["0x", "0x12345678", licenceCall(calls[0]!).slice(0, 100)] as const)
    expect(registerActCard({ to, data: data as `0x${string}` })).toBeUndefined();
});
