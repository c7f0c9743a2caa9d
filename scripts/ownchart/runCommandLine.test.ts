import { describe, expect, it } from "vitest";
import { commandLine, readyCommandLine } from "#test/support/commandLine.ts";
import { allCommands } from "./allCommands.ts";
import { textWidth } from "./output/textWidth.ts";

describe("the command line", () => {
  it("explains itself without a chain, all commands and each", async () => {
    const line = commandLine();
    const all = await line.run([]);
    expect(all.code).toBe(0);
    for (const { name } of allCommands) {
      expect(all.out).toContain(name);
      const { code, out } = await line.run([...name.split(" "), "--help"]);
      expect([code, out.includes("Examples:")]).toEqual([0, true]);
    }
    expect(await line.run(["--help"])).toEqual(all);
  });

  it("explains in lines of 80 columns, but for examples", async () => {
    for (const { name } of allCommands) {
      const { out } = await commandLine().run([...name.split(" "), "--help"]);
      const lines = out.split("\n").filter((text) => !text.startsWith("  npm run"));
      for (const text of lines) expect(textWidth(text), text).toBeLessThanOrEqual(80);
    }
  });

  it("ends with 2 where it is used wrongly, with 1 where it is refused", async () => {
    const line = commandLine();
    expect(await line.run(["pubish"])).toMatchObject({
      code: 2,
      out: "",
      err: "UsageWrong: There is no command “pubish”. Did you mean publish?\n",
    });
    expect(await line.run(["list"])).toMatchObject({ code: 1, err: expect.stringMatching(/^WhoMissing: Say whose/) });
    expect(await line.run(["list", "--account", "8", "--keys", "a"])).toMatchObject({ code: 1 });
    expect(await line.run(["list", "--account", "eight"])).toMatchObject({ code: 2 });
    expect(await line.run(["--jsn"])).toMatchObject({ code: 2, err: expect.stringContaining("Did you mean --json?") });
  });

  it("with --json says also refusals in JSON, and nothing else", async () => {
    const { code, out, err } = await commandLine().run(["list", "--account", "8", "--json"]);
    expect([code, out]).toEqual([1, ""]);
    expect(JSON.parse(err)).toEqual({
      error: { name: "VaultMissing", message: expect.stringMatching(/^There is no/) },
    });
  });

  it("refuses Hardhat's accounts on any other chain", async () => {
    const { err } = await commandLine().run(["join", "--account", "8"], { chainId: 1 });
    expect(err).toMatch(/^AccountOnLocalChainOnly: /);
  });

  it("refuses a wrong passphrase by name", async () => {
    const line = await readyCommandLine();
    const environment = { OWNCHART_PASSPHRASE: "not the right one" };
    expect((await line.run(["list", "--account", "8"], { environment })).err).toMatch(/^SlotDoesNotOpen: /);
  });

  it("notices yesterday's vault", async () => {
    const line = await readyCommandLine();
    const vaults = new Map(line.vaults);
    const other = commandLine(line.services);
    other.vaults.set([...vaults.keys()][0]!, (await otherVault())!);
    expect((await other.run(["list", "--account", "8"])).err).toMatch(/^StaleVault: /);
  });

  it("is coloured only where somebody sees it and has not said no", async () => {
    const args = ["publish", "--nothing"];
    const [seen, piped] = [await commandLine().run(args, { isTTY: true }), await commandLine().run(args)];
    const declined = await commandLine().run(args, { isTTY: true, environment: { NO_COLOR: "1" } });
    expect([seen, piped, declined].map(({ err }) => err.includes("\u001b["))).toEqual([true, false, false]);
  });

  it("shows a stack only to whoever asks for it", async () => {
    const line = commandLine();
    expect((await line.run(["list"])).err.split("\n")).toHaveLength(2);
    expect((await line.run(["list"], { environment: { OWNCHART_DEBUG: "1" } })).err).toContain("    at ");
  });
});

/** Of the same person, with another root. */
async function otherVault() {
  const line = commandLine();
  await line.run(["join", "--account", "8"]);
  return [...line.vaults.values()][0];
}
