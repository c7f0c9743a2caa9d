import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { streamOf } from "#core/sealing/body/streamOf.ts";
import { sealArchive } from "#core/sealing/archive/sealArchive.ts";
import { type CommandLine, readyCommandLine } from "#test/support/commandLine.ts";

const passphrase = "correct horse é ﬁ battery";
const content = new TextEncoder().encode("PK, as it would begin");
const environment = { OWNCHART_PASSPHRASE: passphrase };
let line: CommandLine;

beforeEach(async () => {
  line = await readyCommandLine();
  const sealed = await sealArchive({ content: streamOf(content), passphrase });
  writeFileSync(line.path("old.ownchart"), await bytesOf(sealed));
});

describe("open-archive", () => {
  it("writes what is in it beside it, for its owner alone, without keys or chain", async () => {
    const { json } = await line.run(["open-archive", line.path("old.ownchart"), "--json"], { environment });
    expect(json).toEqual({ file: line.path("old.zip"), bytes: content.length });
    expect(new Uint8Array(readFileSync(line.path("old.zip")))).toEqual(content);
    expect(statSync(line.path("old.zip")).mode & 0o777).toBe(0o600);
  });

  it("asks for the passphrase, and writes where it is told, over nothing", async () => {
    const to = ["open-archive", line.path("old.ownchart"), "--out", line.path("chart.zip")];
    const { questions, code } = await line.run(to, { answers: [passphrase] });
    expect([code, questions]).toEqual([0, ["Passphrase of the archive: "]]);
    expect((await line.run(to, { environment })).err).toMatch(/^FileExists: /);
  });

  it("leaves no file behind where the passphrase is wrong, or the archive cut, or none", async () => {
    const open = (name: string, secret = passphrase) =>
      line.run(["open-archive", line.path(name)], { environment: { OWNCHART_PASSPHRASE: secret } });
    expect((await open("old.ownchart", "somebody else's guess")).err).toMatch(/^ArchiveDoesNotOpen: /);
    writeFileSync(line.path("cut.ownchart"), readFileSync(line.path("old.ownchart")).subarray(0, 48));
    expect((await open("cut.ownchart")).err).toMatch(/^ArchiveDamaged: /);
    writeFileSync(line.path("other.zip"), "something else");
    expect((await open("other.zip")).err).toMatch(/^UnknownFormat: /);
    expect((await open("none.ownchart")).err).toMatch(/^FileNotFound: /);
    const left = readdirSync(line.path(".")).filter((name) => /draft|cut\.zip|old\.zip/.test(name));
    expect([left, existsSync(line.path("other.zip.zip"))]).toEqual([[], false]);
  });
});
