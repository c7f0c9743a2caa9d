import fc from "fast-check";
import { type Hex, bytesToHex, concat, hexToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { damagedBytes } from "#test/support/sealing/damagedBytes.ts";
import { heldSlot, heldUnlock } from "#test/support/sealing/heldFactor.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { addressOf, chainId, subject } from "#test/support/sealing/samplePlaces.ts";
import { SealingError } from "../SealingError.ts";
import { nonceSize, sealAead } from "../aead.ts";
import type { Slot, Vault } from "./Vault.ts";
import { openVault } from "./openVault.ts";
import { parseVault } from "./parseVault.ts";
import { createRecoveryCode, recoverySlot, recoveryUnlock } from "./recoveryCode.ts";
import { type Roots, encodeRoots } from "./roots.ts";
import { sealVault } from "./sealVault.ts";
import { slotKey } from "./slotKey.ts";

const roots: Roots = [
  { firstEpoch: 0, root: countedBytes(32, 1) },
  { firstEpoch: 3, root: countedBytes(32, 2) },
];
const recovery = heldSlot("recovery", 1);
const device = heldSlot("device", 2);
const vault = await sealVault({ roots, chainId, address: subject, slots: [recovery, device] });
const open = (change: object) => openVault({ vault, unlock: heldUnlock(device), chainId, address: subject, ...change });
const doesNotOpen = (detail: string) => refusal("SlotDoesNotOpen", detail);

/** The vault after something was done to its second slot. */
function changed(change: Partial<Slot>): Vault {
  return { ...vault, slots: [vault.slots[0]!, { ...vault.slots[1]!, ...change }] };
}

/** A box around this content, by somebody who has the factor but not our program. */
async function forgedBox(content: Uint8Array): Promise<Hex> {
  const key = await slotKey({ ...device, chainId, address: subject });
  const nonce = countedBytes(nonceSize);
  return bytesToHex(concat([nonce, sealAead({ key, nonce, plaintext: content })]));
}

describe("openVault", () => {
  it("gives the roots, oldest first, by whichever way it is unlocked", async () => {
    for (const slot of [recovery, device]) expect(await open({ unlock: heldUnlock(slot) })).toEqual(roots);
  });

  it("shows a way to unlock all slots of its kind, in their order, and no others", async () => {
    const slots = [vault.slots[1]!, { ...vault.slots[0]!, kind: "implant" }, vault.slots[0]!, vault.slots[1]!];
    const shown: unknown[] = [];
    const unlock = {
      kind: "device",
      factorFor: async (candidates: Slot[]) => (
        shown.push(candidates),
        { slot: candidates[1]!, factor: device.factor }
      ),
    };
    expect(await open({ vault: { ...vault, slots }, unlock })).toEqual(roots);
    expect(shown).toEqual([[vault.slots[1], vault.slots[1]]]);
  });

  it("opens by the recovery code, typed as people do", async () => {
    const code = createRecoveryCode();
    const locked = await sealVault({ roots, chainId, address: subject, slots: [recoverySlot(code), device] });
    expect(await open({ vault: locked, unlock: recoveryUnlock(` ${code.toLowerCase()} `) })).toEqual(roots);
    await expect(open({ vault: locked, unlock: recoveryUnlock(createRecoveryCode()) })).rejects.toThrow(
      doesNotOpen("the box"),
    );
  });
});

describe("a vault does not open", () => {
  it("where there is no slot of the kind", async () => {
    await expect(open({ unlock: heldUnlock(heldSlot("passkey", 2)) })).rejects.toThrow(
      doesNotOpen("there is no such slot"),
    );
    await expect(open({ vault: { ...vault, slots: [] } })).rejects.toThrow(doesNotOpen("there is no such slot"));
  });

  it.each([
    ["another factor", { unlock: heldUnlock({ ...device, factor: countedBytes(32, 9) }) }],
    ["another chain", { chainId: chainId + 1 }],
    ["another address", { address: addressOf(0x51) }],
    ["another salt", { vault: changed({ salt: bytesToHex(countedBytes(16, 9)) }) }],
    ["another box", { vault: changed({ box: vault.slots[0]!.box }) }],
  ])("with %s", async (_, change) => {
    await expect(open(change)).rejects.toThrow(doesNotOpen("the box"));
  });

  it("where it says that it is another's, once its box has opened", async () => {
    const alien = { ...vault, address: addressOf(0x51) };
    await expect(open({ vault: alien })).rejects.toThrow(doesNotOpen("another address"));
    await expect(open({ vault: { ...alien, slots: changed({ box: vault.slots[0]!.box }).slots } })).rejects.toThrow(
      doesNotOpen("the box"),
    );
  });

  it("where what it holds are no roots", async () => {
    const box = await forgedBox(new Uint8Array(37).with(0, 2));
    await expect(open({ vault: changed({ box }) })).rejects.toThrow(refusal("UnknownFormat", "size of the content"));
    const alien = { ...changed({ box }), address: addressOf(0x51) };
    await expect(open({ vault: alien })).rejects.toThrow(doesNotOpen("another address"));
  });

  it("before its way to unlock was asked, where that refuses", async () => {
    const unlock = { kind: "device", factorFor: () => Promise.reject(new SealingError("SignatureDoesNotRepeat")) };
    await expect(open({ unlock })).rejects.toThrow(refusal("SignatureDoesNotRepeat"));
    await expect(open({ unlock: recoveryUnlock("0") })).rejects.toThrow(refusal("RecoveryCodeMistyped"));
  });

  it("in no other way, however its box was damaged", async () => {
    const boxes = vault.slots.map(({ box }) => hexToBytes(box));
    await fc.assert(
      fc.asyncProperty(damagedBytes(...boxes), async (bytes) => {
        try {
          const read = parseVault(JSON.parse(JSON.stringify(changed({ box: bytesToHex(bytes) }))));
          expect(await open({ vault: read })).toEqual(roots);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns: fuzzRuns(1_000) },
    );
  });

  it("in no other way, whatever its box holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 37, maxLength: 80 }), async (content) => {
        const outcome = await open({ vault: changed({ box: await forgedBox(content) }) }).catch(
          (error: unknown) => error,
        );
        if (outcome instanceof SealingError) expect(outcome.name).toBe("UnknownFormat");
        else expect(encodeRoots(outcome as Roots)).toEqual(content);
      }),
      { numRuns: fuzzRuns(500) },
    );
  });
});
