import { stringToBytes } from "viem";
import { describe, expect, test } from "vitest";
import { keyedHash } from "../keyedHash.ts";
import type { Roots } from "../vault/roots.ts";
import { draftName } from "./draftName.ts";
import { openDraft } from "./openDraft.ts";
import { sealDraft } from "./sealDraft.ts";

const root = (text: string) => keyedHash(new Uint8Array(0), text);
const roots: Roots = [{ firstEpoch: 0, root: root("first") }];
const place = {
  chainId: 31_337,
  consentRegistry: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  subject: "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720",
  form: "share",
} as const;
const content = stringToBytes("Dr. Weiss, until Friday");

describe("a draft", () => {
  const sealed = sealDraft({ roots, place, content });

  test("is opened by the vault that sealed it, also after its root was renewed", () => {
    expect(openDraft({ roots, place, sealed })).toEqual(content);
    const renewed: Roots = [...roots, { firstEpoch: 2, root: root("second") }];
    expect(openDraft({ roots: renewed, place, sealed })).toEqual(content);
    expect(draftName(renewed, place)).toBe(draftName(roots, place));
  });

  test("is sealed under the newest root", () => {
    const renewed: Roots = [...roots, { firstEpoch: 2, root: root("second") }];
    const later = sealDraft({ roots: renewed, place, content });
    expect(openDraft({ roots: renewed, place, sealed: later })).toEqual(content);
    expect(openDraft({ roots, place, sealed: later })).toBeUndefined();
  });

  test("is sealed anew each time", () => {
    expect(sealDraft({ roots, place, content })).not.toEqual(sealed);
  });

  test.each([
    ["chain", { chainId: 1 }],
    ["deployment", { consentRegistry: place.subject }],
    ["person", { subject: place.consentRegistry }],
    ["form", { form: "shared" }],
  ])("does not open for another %s, and lies under another name", (_, other) => {
    const elsewhere = { ...place, ...other };
    expect(openDraft({ roots, place: elsewhere, sealed })).toBeUndefined();
    expect(draftName(roots, elsewhere)).not.toBe(draftName(roots, place));
  });

  test("does not open for another vault, or where a bit of it changed", () => {
    const others: Roots = [{ firstEpoch: 0, root: root("another") }];
    expect(openDraft({ roots: others, place, sealed })).toBeUndefined();
    for (const at of [0, 24, sealed.length - 1]) {
      const changed = Uint8Array.from(sealed);
      changed[at]! ^= 1;
      expect(openDraft({ roots, place, sealed: changed })).toBeUndefined();
    }
    expect(openDraft({ roots, place, sealed: sealed.subarray(0, 12) })).toBeUndefined();
  });
});
