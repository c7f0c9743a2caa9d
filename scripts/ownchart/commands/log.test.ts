import { readFileSync, writeFileSync } from "node:fs";
import { zeroHash } from "viem";
import { beforeEach, describe, expect, it } from "vitest";
import {
  type CommandLine,
  asPatient,
  doctor,
  historyOf,
  patient,
  readyCommandLine,
} from "#test/support/commandLine.ts";

let line: CommandLine;

beforeEach(async () => {
  line = await readyCommandLine();
});

describe("log", () => {
  it("says who received which key when, by titles where they can be told", async () => {
    writeFileSync(line.path("history.json"), historyOf(1));
    const { json } = await line.run(["publish", line.path("history.json"), ...asPatient, "--yes", "--json"]);
    expect((await line.run(["log", ...asPatient])).out).toBe("Nobody has received a key.\n");
    const hash = json.published[0].capsuleHash;
    const gone = `0x${"9".repeat(64)}` as const;
    line.log.push({ count: 1, at: 1_800_000_000, to: doctor, capsules: [hash, gone], head: zeroHash });
    line.log.push({ count: 2, at: 1_800_000_100, to: patient, capsules: [hash], head: zeroHash });
    line.anchored = 1;
    expect((await line.run(["log", ...asPatient, "--json"])).json).toEqual({
      subject: patient,
      salt: null,
      entries: line.log,
      anchors: [],
      anchored: 1,
      titles: expect.objectContaining({ [hash]: "Visit" }),
    });
    const { out } = await line.run(["log", ...asPatient]);
    expect(out).toMatch(/0x90f79b…b906\s+Visit; 0x999999…9999/);
    expect(out).toContain("The first 1 of 2 can no longer be changed by the gateway.");
  });

  it("remembers what it saw, so that the next reading notices what is gone", async () => {
    line.anchored = 3;
    await line.run(["log", ...asPatient]);
    await line.run(["log", ...asPatient]);
    expect(line.remembered).toEqual([undefined, expect.objectContaining({ count: 3 })]);
  });

  it("writes the log for others to verify, without a title", async () => {
    line.log.push({ count: 1, at: 1_800_000_000, to: doctor, capsules: [], head: zeroHash });
    await line.run(["log", ...asPatient, "--export", line.path("log.json")]);
    const exported = JSON.parse(readFileSync(line.path("log.json"), "utf8"));
    expect(exported).toEqual({ subject: patient, salt: null, entries: line.log, anchors: [] });
  });
});
