import { concat } from "viem";
import { uint32, uint8 } from "#core/sealing/integerBytes.ts";
import type { Slot } from "#core/sealing/vault/Vault.ts";
import { randomFor } from "../randomFor.ts";
import type { VaultVector } from "../vaultVectors.ts";
import type { Fault } from "./Fault.ts";
import { vaultByHand, vaultWith } from "./vaultByHand.ts";
import { refusedVault } from "./vaultFaults.ts";

/** Vaults that are none: by their JSON, by a slot's parameters, or by what is in the box. */
export async function vaultFormFaults({ json, factors: { passphrase } }: VaultVector): Promise<Fault[]> {
  const slot = json.slots.find(({ kind }) => kind === "passphrase")!;
  return [...(await wrongForm()), ...wrongParameters(slot, passphrase), ...(await wrongContent())];
}

async function wrongForm(): Promise<Fault[]> {
  const sound = await vaultByHand();
  const [slot] = sound.slots;
  const withSlot = (changes: object) => vaultWith({ ...slot, ...changes });
  const vaults: [string, unknown][] = [
    ["null", null],
    ["a list", [sound]],
    ["no version", { ...sound, v: undefined }],
    ["version 2", { ...sound, v: 2 }],
    ["a version in text", { ...sound, v: "1" }],
    ["no slots", { ...sound, slots: undefined }],
    ["slots that are no list", { ...sound, slots: slot }],
    ["a slot that is null", { ...sound, slots: [null] }],
    ["a second slot that is none", { ...sound, slots: [slot, {}] }],
    ["a slot of no kind", withSlot({ kind: undefined })],
    ["a slot whose kind is a number", withSlot({ kind: 1 })],
    ["a slot without a salt", withSlot({ salt: undefined })],
    ["a salt of 15 bytes", withSlot({ salt: slot.salt.slice(0, -2) })],
    ["a salt of 17 bytes", withSlot({ salt: `${slot.salt}00` })],
    ["a salt in upper case", withSlot({ salt: `0x${slot.salt.slice(2).toUpperCase()}` })],
    ["a salt without 0x", withSlot({ salt: slot.salt.slice(2) })],
    ["a slot without a box", withSlot({ box: undefined })],
    ["a box too short for one root", withSlot({ box: slot.box.slice(0, -2) })],
    ["a box of half a byte too many", withSlot({ box: `${slot.box}0` })],
    ["a box in upper case", withSlot({ box: `0x${slot.box.slice(2).toUpperCase()}` })],
    ["a slot without parameters", withSlot({ params: undefined })],
    ["parameters that are null", withSlot({ params: null })],
    ["parameters that are text", withSlot({ params: "none" })],
  ];
  return vaults.map(([what, json]) => refusedVault("UnknownFormat", `the vault: ${what}`, json));
}

function wrongParameters(slot: Slot, passphrase: string): Fault[] {
  const changes: [string, object][] = [
    ["a weaker function", { alg: "argon2i" }],
    ["another function", { alg: "scrypt" }],
    ["less memory", { m: 8192 }],
    ["more memory", { m: 2 ** 21 }],
    ["fewer rounds", { t: 1 }],
    ["more rounds", { t: 4 }],
    ["another number of lanes", { p: 4 }],
    ["no memory", { m: undefined }],
    ["memory in text", { m: "65536" }],
    ["one more", { v: 16 }],
  ];
  return changes.map(([what, change]) => {
    const json = vaultWith({ ...slot, params: { ...slot.params, ...change } });
    const inputs = { slot: "passphrase", factor: passphrase };
    return refusedVault("UnknownFormat", `a passphrase's parameters: ${what}`, json, inputs);
  });
}

async function wrongContent(): Promise<Fault[]> {
  const [one, two] = [rootFrom(0), rootFrom(3)];
  const contents: [string, Uint8Array[]][] = [
    ["no roots, and one", [uint8(0), one]],
    ["one root, and two", [uint8(1), one, two]],
    ["two roots, and one", [uint8(2), one]],
    ["one root, and a byte too many", [uint8(1), one, uint8(0)]],
    ["two roots, and a byte too few", [uint8(2), one, two.subarray(1)]],
    ["roots in descending order", [uint8(2), two, one]],
    ["two roots of the same first epoch", [uint8(2), one, rootFrom(0)]],
    ["three roots, the last two in descending order", [uint8(3), one, two, rootFrom(2)]],
  ];
  const faults = [];
  for (const [what, parts] of contents) {
    const json = await vaultByHand({ content: concat(parts) });
    faults.push(refusedVault("UnknownFormat", `content: ${what}`, json));
  }
  return faults;
}

function rootFrom(firstEpoch: number): Uint8Array {
  return concat([uint32(firstEpoch), randomFor("root that must fail")(32)]);
}
