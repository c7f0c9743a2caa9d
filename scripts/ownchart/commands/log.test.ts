import { writeFileSync } from "node:fs";
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
    line.log.push({ count: 1, at: 1_800_000_000, to: doctor, capsuleHashes: [hash, gone] });
    line.log.push({ count: 2, at: 1_800_000_100, to: patient, capsuleHashes: [hash] });
    line.anchored = 1;
    expect((await line.run(["log", ...asPatient, "--json"])).json).toEqual({
      anchored: 1,
      entries: [
        {
          count: 1,
          at: 1_800_000_000,
          to: doctor,
          records: [
            { capsuleHash: hash, title: "Visit" },
            { capsuleHash: gone, title: null },
          ],
        },
        { count: 2, at: 1_800_000_100, to: patient, records: [{ capsuleHash: hash, title: "Visit" }] },
      ],
    });
    const { out } = await line.run(["log", ...asPatient]);
    expect(out).toMatch(/0x90f79b…b906\s+Visit; 0x999999…9999/);
    expect(out).toContain("The first 1 of 2 can no longer be changed by the gateway.");
  });
});
