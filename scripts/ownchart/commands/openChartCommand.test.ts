import { describe, expect, it } from "vitest";
import { asPatient, commandLine, patient } from "#test/support/commandLine.ts";

describe("open-chart and join", () => {
  it("keep a vault with a recovery slot before anything depends on it", async () => {
    const line = commandLine();
    let kept: string[] | undefined;
    line.services.chain.meanwhile = async () => {
      kept = line.vaults.get(patient)?.slots.map(({ kind }) => kind);
    };
    const { json } = await line.run(["open-chart", ...asPatient, "--json"]);
    expect(json).toEqual({ address: patient, recoveryCode: expect.stringMatching(/^(.{5}-){5}.{2}$/) });
    expect(kept).toEqual(["passphrase", "recovery"]);
    expect(await line.services.chain.chartOf(patient)).toMatchObject({ epoch: 0 });
  });

  it("go on after an interruption with the vault that is there", async () => {
    const line = commandLine();
    line.services.chain.meanwhile = () => Promise.reject(new Error("The chain cannot be reached."));
    expect((await line.run(["open-chart", ...asPatient])).err).toBe("Unexpected: The chain cannot be reached.\n");
    const vault = line.vaults.get(patient);
    expect((await line.run(["open-chart", ...asPatient, "--json"])).json).toEqual({ address: patient });
    expect(line.vaults.get(patient)).toBe(vault);
  });

  it("refuse to open a chart twice, and join as often as one likes", async () => {
    const line = commandLine();
    await line.run(["open-chart", ...asPatient]);
    expect(await line.run(["open-chart", ...asPatient])).toMatchObject({
      code: 1,
      err: "ChartAlreadyOpen: This chart is open already.\n",
    });
    expect((await line.run(["join", ...asPatient, "--json"])).json).toEqual({ address: patient });
  });

  it("do not go on where the gateway did not keep the vault", async () => {
    const line = commandLine();
    line.vaults.set = () => line.vaults;
    expect((await line.run(["open-chart", ...asPatient])).err).toMatch(/^VaultNotKept: /);
    expect(await line.services.chain.chartOf(patient)).toBeUndefined();
  });
});
