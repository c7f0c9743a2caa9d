import { describe, expect, test } from "vitest";
import { framedGasTable, readGasFile, readGasTable } from "./gasFile.ts";
import { gasFaults } from "./gasTable.ts";
import { gasTargets } from "./gasTargets.ts";
import { measureGas } from "./measureGas.ts";

describe("the gas that operations take", () => {
  test("is what gas.json says, to within 1%, and at most the target", async () => {
    const faults = gasFaults(await readGasFile(), await measureGas());
    expect(faults, "If this is meant, run npm run gas and commit the new figures.").toEqual([]);
  }, 60_000);

  test("is measured for every target", async () => {
    expect(Object.keys(await readGasFile())).toEqual(expect.arrayContaining(Object.keys(gasTargets)));
  });

  test("stands in the README", async () => {
    expect(await readGasTable()).toBe(framedGasTable(await readGasFile()));
  });
});

describe("a comparison of gas", () => {
  test("lets a figure fall, or rise by 1%", () => {
    expect(gasFaults({ a: 1_000, b: 1_000 }, { a: 1_010, b: 500 })).toEqual([]);
  });

  test("names what rose by more", () => {
    expect(gasFaults({ a: 1_000 }, { a: 1_011 })).toEqual(["a: 1,000 → 1,011 (+1.1%)"]);
  });

  test("names what came, went, or is over its target", () => {
    expect(gasFaults({ a: 1 }, { b: 1 })).toEqual(["a: 1 → not there", "b: not there → 1"]);
    expect(gasFaults({ "consent.revoke": 30_100 }, { "consent.revoke": 30_100 })).toEqual([
      "consent.revoke: 30,100 is over its target of 30,000",
    ]);
  });
});
