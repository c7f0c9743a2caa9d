import { zeroAddress } from "viem";
import { privateKeyToAddress } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { parseDeployment } from "#core/chain/parseDeployment.ts";
import { patients, people } from "../seed/people.ts";
import { appConfiguration } from "./appConfiguration.ts";

const contracts = Object.fromEntries(Object.keys(contractAbis).map((name) => [name, zeroAddress]));
const worldOn = (chainId: number) => ({
  rpcUrl: "http://127.0.0.1:8545",
  gatewayUrl: "http://localhost:8700",
  deployment: parseDeployment({ chainId, block: 0, contracts }),
});

describe("the app's configuration", () => {
  it("names chain, gateway and contracts", () => {
    expect(appConfiguration(worldOn(11_155_111))).toEqual(worldOn(11_155_111));
  });

  it("gives out keys of people on the local chain alone", () => {
    expect(appConfiguration(worldOn(1))).not.toHaveProperty("samplePeople");
    const { samplePeople = [] } = appConfiguration(worldOn(31_337));
    expect(samplePeople.map(({ role }) => role)).toEqual([
      ...Array<string>(6).fill("patient"),
      ...Array<string>(3).fill("physician"),
      "pharmacist",
      "hospital",
      "staff",
      "applicant",
      "board",
      "board",
    ]);
    expect(samplePeople.map(({ privateKey }) => privateKeyToAddress(privateKey))).toEqual(
      [
        ...people.patients,
        ...people.licensed,
        ...people.staff,
        people.applicant,
        people.boardMember,
        people.boardAssistant,
      ].map(({ account }) => account.address),
    );
  });

  it("says in a few words who somebody is, a patient's age first", () => {
    const agesOn = (day: string) =>
      appConfiguration(worldOn(31_337), new Date(day)).samplePeople?.find(({ name }) => name === patients.tomas.name)
        ?.about;
    expect(agesOn("2026-02-02")).toBe("58, diabetes and blood pressure");
    expect(agesOn("2026-02-03")).toBe("59, diabetes and blood pressure");
    expect(agesOn("2026-11-21")).toBe("59, diabetes and blood pressure");
  });
});
