import { randomBytes } from "node:crypto";
import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bytesToHex } from "viem";
import { privateKeyToAddress } from "viem/accounts";
import { beforeAll, describe, expect, it } from "vitest";
import { passphraseUnlock } from "#core/sealing/vault/passphrase.ts";
import { createRecoveryCode, recoveryUnlock } from "#core/sealing/vault/recoveryCode.ts";
import { walletKeyOf } from "#core/sealing/vault/walletKeyOf.ts";
import { temporaryFolder } from "#test/support/temporaryFolder.ts";
import { samplePassphrase } from "../../seed/samplePassphrase.ts";
import { type KeyFile, parseKeyFile } from "./KeyFile.ts";
import { readKeyFile } from "./readKeyFile.ts";
import { openKeyFile, sealKeyFile } from "./sealKeyFile.ts";
import { writeKeyFile } from "./writeKeyFile.ts";

const recoveryCode = createRecoveryCode();
const roots = [{ firstEpoch: 0, root: new Uint8Array(randomBytes(32)) }] as const;
const walletKey = bytesToHex(walletKeyOf(recoveryCode));
let file: KeyFile;

beforeAll(async () => {
  file = await sealKeyFile({ roots, recoveryCode, passphrase: samplePassphrase, chainId: 31_337 });
});

describe("a key file", () => {
  it("opens by its passphrase and by the recovery code", async () => {
    for (const unlock of [passphraseUnlock(samplePassphrase), recoveryUnlock(recoveryCode)]) {
      const opened = await openKeyFile({ file: parseKeyFile(JSON.stringify(file)), unlock });
      expect(opened.account.address).toBe(privateKeyToAddress(walletKey));
      expect(opened.roots).toEqual(roots);
    }
  });

  it("does not open by another passphrase, and says so by name", async () => {
    const opening = openKeyFile({ file, unlock: passphraseUnlock("another passphrase") });
    await expect(opening).rejects.toMatchObject({ name: "SlotDoesNotOpen" });
  });

  it("holds neither key nor code in the clear", () => {
    const text = JSON.stringify(file);
    for (const secret of [walletKey.slice(2), bytesToHex(roots[0].root).slice(2), recoveryCode]) {
      expect(text).not.toContain(secret);
    }
  });

  it("is refused where its wallet was changed, or comes from another file", async () => {
    const unlock = recoveryUnlock(recoveryCode);
    const other = await sealKeyFile({ roots, recoveryCode, passphrase: samplePassphrase, chainId: 1 });
    for (const wallet of [other.wallet, `${file.wallet.slice(0, -2)}00` as const]) {
      const changed = openKeyFile({ file: { ...file, wallet: wallet as KeyFile["wallet"] }, unlock });
      await expect(changed).rejects.toMatchObject({ name: "KeyFileInvalid" });
    }
  });

  it.each(["", "{}", "[1]", '{"ownchart":"keys","v":2}', "not json", '{"ownchart":"keys","v":1,"chainId":0}'])(
    "is not %j",
    (text) => {
      expect(() => parseKeyFile(text)).toThrow("This is not a key file of Ownchart, or it was damaged.");
    },
  );
});

describe("on disk", () => {
  it("it is its owner's alone, and never written over what is there", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "a.keys");
    await writeKeyFile(path, file);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readKeyFile(path)).toEqual(file);

    await expect(writeKeyFile(path, { ...file, chainId: 2 })).rejects.toMatchObject({ code: "EEXIST" });
    expect(JSON.parse(await readFile(path, "utf8"))).toEqual(file);
    expect(await readdir(folder)).toEqual(["a.keys"]);
  });

  it("another file is refused by name, with the file's", async () => {
    const folder = temporaryFolder();
    const large = join(folder, "large");
    await writeFile(large, new Uint8Array(1_000_000));
    await expect(readKeyFile(large)).rejects.toThrow(`${large}: This file is too large`);
    await expect(readKeyFile(folder)).rejects.toMatchObject({ name: "NotAFile" });
    await expect(readKeyFile(join(folder, "none"))).rejects.toMatchObject({ name: "FileNotFound" });
  });
});
