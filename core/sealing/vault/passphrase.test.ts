import { bytesToHex } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import type { Slot } from "./Vault.ts";
import { passphraseSlot, passphraseUnlock } from "./passphrase.ts";

const passphrase = "correct horse é ﬁ battery";
const factor = "0x6b22b0a05c5de009016f8115151538961facfa37049537137e5ed4edf85bef92";
const params = { alg: "argon2id", m: 65_536, t: 3, p: 1 };
const slot: Slot = { kind: "passphrase", salt: bytesToHex(countedBytes(16, 2)), params, box: "0x" };

describe("a passphrase", () => {
  it("makes a slot by Argon2id, as another library computes it", async () => {
    const made = await passphraseSlot(passphrase, (size) => countedBytes(size, 2));
    expect({ ...made, factor: bytesToHex(made.factor) }).toEqual({
      kind: "passphrase",
      salt: countedBytes(16, 2),
      params,
      factor,
    });
  });

  it("unlocks the first slot of its kind, however its accents were typed", async () => {
    const unlock = passphraseUnlock("correct horse e\u0301 fi battery");
    const { slot: used, factor: brought } = await unlock.factorFor([slot, { ...slot, salt: "0x00" }]);
    expect([unlock.kind, used, bytesToHex(brought)]).toEqual(["passphrase", slot, factor]);
  });

  it("is refused where it is weak, before a slot is made of it", async () => {
    await expect(passphraseSlot("password")).rejects.toThrow(refusal("PassphraseTooWeak"));
  });

  it("has a salt of its own each time", async () => {
    const [one, other] = [await passphraseSlot(passphrase), await passphraseSlot(passphrase)];
    expect(one.salt).not.toEqual(other.salt);
  });
});

describe("the parameters of a passphrase", () => {
  const deep = JSON.parse(`${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}`) as Slot["params"];

  it.each<[string, Slot["params"]]>([
    ["none", {}],
    ["another algorithm", { ...params, alg: "argon2i" }],
    ["less memory", { ...params, m: 1_024 }],
    ["more memory", { ...params, m: 2 ** 31 }],
    ["fewer rounds", { ...params, t: 1 }],
    ["more lanes", { ...params, p: 4 }],
    ["a number in text", { ...params, t: "3" }],
    ["a member more", { ...params, version: 19 }],
    ["half of a character", { ...params, alg: "\ud800" }],
    ["no end of levels", deep],
  ])("are refused where they are others: %s", async (_, others) => {
    await expect(passphraseUnlock(passphrase).factorFor([{ ...slot, params: others }])).rejects.toThrow(
      refusal("UnknownFormat", "parameters of the passphrase"),
    );
  });
});
