import { bytesToHex, hexToBytes, sha256, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes, countedDraws } from "#test/support/sealing/countedBytes.ts";
import { heldSlot, heldUnlock } from "#test/support/sealing/heldFactor.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { chainId, subject } from "#test/support/sealing/samplePlaces.ts";
import { openVault } from "./openVault.ts";
import { parseVault } from "./parseVault.ts";
import type { Roots } from "./roots.ts";
import { addSlot, sealVault } from "./sealVault.ts";

const roots: Roots = [{ firstEpoch: 0, root: countedBytes(32, 1) }];
const of = { roots, chainId, address: subject };
const two = [heldSlot("recovery", 1), heldSlot("device", 2)];
const wouldLock = refusal("VaultWouldLock");

describe("sealVault", () => {
  it("seals to the same JSON by the same randomness: a byte that changes needs a new version", async () => {
    const vault = await sealVault({ ...of, slots: two, random: countedDraws() });
    expect(vault).toEqual({
      v: 1,
      address: subject,
      slots: two.map(({ kind, salt, params }, i) => ({
        kind,
        salt: bytesToHex(salt),
        params,
        box: vault.slots[i]!.box,
      })),
    });
    expect(sha256(stringToBytes(JSON.stringify(vault.slots.map(({ box }) => box))))).toBe(
      "0x8025dd1a9b0cbb4e0585367c66b954c0f395256e4fa8f397e0025524cd193365",
    );
    expect(hexToBytes(vault.slots[0]!.box).length).toBe(24 + 16 + 1 + 36);
  });

  it("is read and opened by each way to unlock it", async () => {
    const vault = parseVault(JSON.parse(JSON.stringify(await sealVault({ ...of, slots: two }))));
    for (const slot of two)
      expect(await openVault({ vault, unlock: heldUnlock(slot), chainId, address: subject })).toEqual(roots);
  });

  it("says the address in lower case, however it was written", async () => {
    const address = `0x${"aB".repeat(20)}` as const;
    const vault = await sealVault({ ...of, address, slots: two });
    expect(vault.address).toBe(address.toLowerCase());
    expect(await openVault({ vault, unlock: heldUnlock(two[0]!), chainId, address })).toEqual(roots);
  });

  it("draws another nonce for each slot", async () => {
    const vault = await sealVault({ ...of, slots: [...two, two[1]!] });
    expect(new Set(vault.slots.map(({ box }) => box.slice(0, 50))).size).toBe(3);
  });

  it("keeps the roots and factors it was given", async () => {
    await sealVault({ ...of, slots: two });
    expect([roots[0].root, two[0]!.factor]).toEqual([countedBytes(32, 1), countedBytes(32, 1)]);
  });

  it.each([
    ["no slot", []],
    ["one slot", [heldSlot("recovery", 1)]],
    ["no recovery code", [heldSlot("device", 1), heldSlot("passkey", 2)]],
  ])("refuses a vault with %s", async (_, slots) => {
    await expect(sealVault({ ...of, slots })).rejects.toThrow(wouldLock);
  });

  it("holds sixteen slots, and no more", async () => {
    const slots = Array.from({ length: 16 }, (_, i) => heldSlot(i === 9 ? "recovery" : "device", i));
    expect((await sealVault({ ...of, slots })).slots.length).toBe(16);
    await expect(sealVault({ ...of, slots: [...slots, heldSlot("device", 16)] })).rejects.toThrow(refusal("VaultFull"));
  });

  it("refuses roots that a vault cannot hold", async () => {
    const same = { firstEpoch: 0, root: countedBytes(32, 2) };
    await expect(sealVault({ ...of, roots: [roots[0], same], slots: two })).rejects.toThrow(refusal("UnknownFormat"));
  });
});

describe("addSlot", () => {
  it("adds one way to unlock, and leaves the others and the vault before as they were", async () => {
    const vault = await sealVault({ ...of, slots: two });
    const slot = heldSlot("passkey", 3);
    const more = await addSlot({ ...of, vault, slot });
    expect([vault.slots.length, more.slots.length]).toEqual([2, 3]);
    expect(more.slots.slice(0, 2)).toEqual(vault.slots);
    for (const each of [...two, slot]) {
      expect(await openVault({ vault: more, unlock: heldUnlock(each), chainId, address: subject })).toEqual(roots);
    }
  });

  it("seals by the randomness it is given", async () => {
    const vault = await sealVault({ ...of, slots: two });
    const { slots } = await addSlot({ ...of, vault, slot: heldSlot("passkey", 3), random: () => countedBytes(24, 7) });
    expect(hexToBytes(slots[2]!.box).subarray(0, 24)).toEqual(countedBytes(24, 7));
  });

  it("refuses where the vault would be full, or would still lock", async () => {
    const vault = await sealVault({ ...of, slots: two });
    const full = { ...vault, slots: Array.from({ length: 16 }, () => vault.slots[0]!) };
    await expect(addSlot({ ...of, vault: full, slot: two[1]! })).rejects.toThrow(refusal("VaultFull"));
    const locking = { ...vault, slots: [vault.slots[1]!] };
    await expect(addSlot({ ...of, vault: locking, slot: two[1]! })).rejects.toThrow(wouldLock);
  });
});
