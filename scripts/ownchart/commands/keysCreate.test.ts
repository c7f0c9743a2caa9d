import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commandLine } from "#test/support/commandLine.ts";

const environment = { OWNCHART_PASSPHRASE: "six words that everybody knows" };

describe("keys", () => {
  it("are made with a code and a passphrase for a program, and open a chart", async () => {
    const line = commandLine();
    const created = await line.run(["keys", "create", line.path("a.keys"), "--json"]);
    expect(created.json).toEqual({
      file: line.path("a.keys"),
      address: expect.stringMatching(/^0x[0-9a-f]{40}$/),
      chainId: 31_337,
      recoveryCode: expect.stringMatching(/^(.{5}-){5}.{2}$/),
      passphrase: expect.stringMatching(/^(\w+ ){5}\w+$/),
    });
    const { address, passphrase } = created.json;
    const keys = ["--keys", line.path("a.keys")];
    const opened = await line.run(["open-chart", ...keys, "--json"], {
      environment: { OWNCHART_PASSPHRASE: passphrase },
    });
    expect(opened.json).toEqual({ address });
    expect([...line.vaults.keys()]).toEqual([address]);

    writeFileSync(line.path("secret"), `${passphrase}\n`);
    const listed = await line.run(["list", ...keys, "--passphrase-file", line.path("secret"), "--json"]);
    expect(listed.json).toEqual({ subject: address, records: [], closed: [] });
    expect((await line.run(["list", ...keys])).err).toMatch(/^PassphraseMissing: /);
    expect((await line.run(["list", ...keys], { environment })).err).toMatch(/^SlotDoesNotOpen: /);
    expect((await line.run(["list", ...keys], { chainId: 1 })).err).toMatch(/^KeyFileOfAnotherChain: /);
  });

  it("show their address without a passphrase", async () => {
    const line = commandLine();
    const { json } = await line.run(["keys", "create", line.path("a.keys"), "--json"], { environment });
    expect(json).not.toHaveProperty("passphrase");
    expect((await line.run(["keys", "show", line.path("a.keys"), "--json"])).json).toEqual({
      address: json.address,
      chainId: 31_337,
      ways: ["passphrase", "recovery"],
    });
  });

  it("ask a person for a part of the code, and keep nothing where it is wrong", async () => {
    const line = commandLine();
    const refused = await line.run(["keys", "create", line.path("a.keys")], { answers: ["no"], environment });
    expect([refused.code, existsSync(line.path("a.keys"))]).toEqual([1, false]);
    expect(refused.err).toMatch(/^RecoveryCodeNotNoted: /);
    expect(refused.questions[0]).toMatch(/^Note it down\. Then type its group number [1-5] of 6: $/);
  });

  it("let a person choose a passphrase, and say how many guesses it stands", async () => {
    const line = commandLine();
    const answers = ["password1", "elephants juggle nine umbrellas", "elephants juggle nine umbrellas"];
    const { code, out } = await line.run(["keys", "create", line.path("a.keys"), "--yes"], { answers });
    expect(code).toBe(0);
    expect(out).toMatch(/That takes about 10\^\d guesses; 10\^14 are needed\./);
    const differing = ["elephants juggle nine umbrellas", "another"];
    const refused = await line.run(["keys", "create", line.path("b.keys"), "--yes"], { answers: differing });
    expect(refused.err).toMatch(/^PassphrasesDiffer: /);
  });

  it("refuse a passphrase that could be guessed, and a file that is there", async () => {
    const line = commandLine();
    const weak = { OWNCHART_PASSPHRASE: "password1" };
    const args = ["keys", "create", line.path("a.keys"), "--yes"];
    expect((await line.run(args, { environment: weak })).err).toMatch(/^PassphraseTooWeak: /);
    writeFileSync(line.path("a.keys"), "mine");
    expect((await line.run(args, { environment })).err).toMatch(/^FileExists: /);
    expect(readFileSync(line.path("a.keys"), "utf8")).toBe("mine");
    expect(readdirSync(line.folder)).toEqual(["a.keys"]);
  });
});
