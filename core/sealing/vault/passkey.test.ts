import { type Hex, bytesToHex } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import type { Slot } from "./Vault.ts";
import { type Passkeys, passkeySlot, passkeyUnlock } from "./passkey.ts";

const factor = countedBytes(32, 1);
const [phone, token] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4)] as const;

function slotOf(credential: unknown, salt: Hex): Slot {
  return { kind: "passkey", salt, params: { credential }, box: "0x" };
}

const slots = [
  slotOf(bytesToHex(phone), bytesToHex(countedBytes(16, 1))),
  slotOf(bytesToHex(token), bytesToHex(countedBytes(16, 2))),
] as const;

/** A browser in which this passkey answers. */
function withPasskey(credential: Uint8Array) {
  const asked: unknown[] = [];
  const passkeys: Passkeys = {
    create: async (salt) => (asked.push(salt), { credential, factor }),
    ask: async (candidates) => (asked.push(candidates), { credential, factor }),
  };
  return { passkeys, asked };
}

describe("a passkey", () => {
  it("makes a slot over a salt that it was asked for, and is known by its credential", async () => {
    const { passkeys, asked } = withPasskey(phone);
    const salt = countedBytes(16, 7);
    const slot = await passkeySlot(passkeys, (size) => countedBytes(size, 7));
    expect(slot).toEqual({ kind: "passkey", salt, params: { credential: "0x010203" }, factor });
    expect(asked).toEqual([salt]);
  });

  it("has a salt of its own each time", async () => {
    const { passkeys } = withPasskey(phone);
    expect((await passkeySlot(passkeys)).salt).not.toEqual((await passkeySlot(passkeys)).salt);
  });

  it.each([
    [phone, 0],
    [token, 1],
  ])("unlocks the slot of the credential that answers: %o", async (credential, index) => {
    const { passkeys, asked } = withPasskey(credential);
    const unlock = passkeyUnlock(passkeys);
    expect(unlock.kind).toBe("passkey");
    expect(await unlock.factorFor(slots)).toEqual({ slot: slots[index], factor });
    expect(asked).toEqual([
      [
        { credential: phone, salt: countedBytes(16, 1) },
        { credential: token, salt: countedBytes(16, 2) },
      ],
    ]);
  });

  it("that none of the slots is for does not open", async () => {
    const { passkeys } = withPasskey(Uint8Array.of(9));
    await expect(passkeyUnlock(passkeys).factorFor(slots)).rejects.toThrow(
      refusal("SlotDoesNotOpen", "a passkey of no slot"),
    );
  });

  it.each([undefined, 1, "", "0x", "0x1", "0xAB", "abcd", "0xab\n", " 0xab", `0x${"ab".repeat(1_024)}`])(
    "is not asked for where a slot says %o as credential",
    async (credential) => {
      const { passkeys, asked } = withPasskey(phone);
      const odd = slotOf(credential, "0x00");
      await expect(passkeyUnlock(passkeys).factorFor([slots[0], odd])).rejects.toThrow(
        refusal("UnknownFormat", "parameters of the passkey"),
      );
      expect(asked).toEqual([]);
    },
  );

  it("may have a credential of up to 1,023 bytes, and parameters that are not known here", async () => {
    const long = countedBytes(1_023, 5);
    const { passkeys } = withPasskey(long);
    const slot = slotOf(bytesToHex(long), "0x00");
    slot.params["transports"] = ["usb"];
    expect((await passkeyUnlock(passkeys).factorFor([slot])).slot).toBe(slot);
  });
});
