import type { Address, Hex } from "viem";
import { beforeEach, describe, expect, test } from "vitest";
import { type Person, newWorld } from "#test/support/chartPeople.ts";
import { createVisits } from "./createVisits.ts";

const kept = new Map<Hex, Uint8Array>();
const store = {
  get: async (name: Hex) => kept.get(name),
  set: async (name: Hex, sealed: Uint8Array) => void kept.set(name, sealed),
};

let [patient, doctor]: Person[] = [];
beforeEach(async () => {
  kept.clear();
  ({ patient, doctor } = await newWorld());
});
/** From when the vault is opened until it is locked. */
const unlocked = (person = doctor!) => createVisits(() => person, store);

describe("a visit to a chart", () => {
  test("is the first one on this device", async () => {
    expect(await unlocked().visit(patient!.address, 1_000)).toBeUndefined();
  });

  test("tells what was there the last time, however often the chart is read meanwhile", async () => {
    await unlocked().visit(patient!.address, 1_000);
    const second = unlocked();
    expect(await second.visit(patient!.address, 1_500)).toBe(1_000);
    expect(await second.visit(patient!.address, 1_800_000_000)).toBe(1_000);
    expect(await unlocked().visit(patient!.address, 1_800_000_000)).toBe(1_800_000_000);
  });

  test("is forgotten by nothing that happens to be older", async () => {
    await unlocked().visit(patient!.address, 1_000);
    await unlocked().visit(patient!.address, 0);
    expect(await unlocked().visit(patient!.address, 0)).toBe(1_000);
  });

  test("is one person's to one chart, whichever way its address is written", async () => {
    await unlocked().visit(patient!.address, 1_000);
    expect(await unlocked().visit(doctor!.address, 1_000)).toBeUndefined();
    expect(await unlocked(patient).visit(patient!.address, 1_000)).toBeUndefined();
    const written = patient!.address.toLowerCase() as Address;
    expect(await unlocked().visit(written, 1_000)).toBe(1_000);
  });

  test("lies on the device without its time or chart", async () => {
    await unlocked().visit(patient!.address, 0x123456);
    const [[name, sealed]] = [...kept] as [[Hex, Uint8Array]];
    expect(name).not.toContain(patient!.address.slice(2, 12).toLowerCase());
    expect(Buffer.from(sealed).toString("hex")).not.toContain("123456");
  });
});
