import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commandLine } from "#test/support/commandLine.ts";

const environment = { OWNCHART_PASSPHRASE: "six words that everybody knows" };

describe("keys restore", () => {
  it("brings wallet and vault back from the code, under a passphrase of its own", async () => {
    const line = commandLine();
    const path = line.path("a.keys");
    const { json } = await line.run(["keys", "create", path, "--json"], { environment });
    await line.run(["open-chart", "--keys", path], { environment });
    rmSync(path);

    const code = { OWNCHART_RECOVERY_CODE: json.recoveryCode.toLowerCase() };
    const restored = await line.run(["keys", "restore", path, "--json"], { environment: code });
    expect(restored.json).toMatchObject({ address: json.address, passphrase: expect.any(String) });
    const list = await line.run(["list", "--keys", path, "--json"], {
      environment: { OWNCHART_PASSPHRASE: restored.json.passphrase },
    });
    expect(list.json).toMatchObject({ subject: json.address });
  });

  it("says what is missing: the code, a symbol of it, or the vault", async () => {
    const line = commandLine();
    const args = ["keys", "restore", line.path("a.keys")];
    expect((await line.run(args)).err).toMatch(/^RecoveryCodeMissing: /);
    const mistyped = { OWNCHART_RECOVERY_CODE: "HK9FY-G3Y44-A5SQ5-Q6BWY-7457Q-G7" };
    expect((await line.run(args, { environment: mistyped })).err).toMatch(/^RecoveryCodeMistyped: /);
    const { json } = await line.run(["keys", "create", line.path("b.keys"), "--json"], { environment });
    const unknown = { OWNCHART_RECOVERY_CODE: json.recoveryCode };
    expect((await line.run(args, { environment: unknown })).err).toMatch(/^VaultMissing: /);
  });
});
