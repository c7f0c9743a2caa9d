import { beforeEach, describe, expect, it } from "vitest";
import {
  type CommandLine,
  asDoctor,
  asPatient,
  doctor,
  patient,
  readyCommandLine,
  shareWithDoctor,
} from "#test/support/commandLine.ts";

let line: CommandLine;

beforeEach(async () => {
  line = await readyCommandLine();
});

const about = ["--my-name", "Maya Chen", "--born", "1991-04-12"];

describe("revoke", () => {
  it("ends a grant at once, changes the keys, and says what it cannot do", async () => {
    await shareWithDoctor(line, "--read", "labs");
    const { code, out } = await line.run(["revoke", doctor, ...asPatient]);
    expect([code, out.includes("cannot be unseen")]).toEqual([0, true]);
    expect(await line.services.chain.chartOf(patient)).toMatchObject({ epoch: 1 });
    expect((await line.run(["list", ...asDoctor, "--of", patient])).err).toMatch(/^NotGranted: /);
    expect((await line.run(["grants", ...asPatient])).out).toBe("Nobody but you can see your chart.\n");
    expect((await line.run(["shared", ...asDoctor])).out).toBe("No chart is shared with you.\n");
  });

  it("asks before it changes keys for somebody who has nothing", async () => {
    const { err } = await line.run(["revoke", doctor, ...asPatient], { answers: ["n"] });
    expect(err).toMatch(/^NotConfirmed: /);
    expect(await line.services.chain.chartOf(patient)).toMatchObject({ epoch: 0 });
  });

  it("says to whom the new keys could not be sent", async () => {
    await line.run(["join", "--account", "4"]);
    const other = "0x15d34aaf54267db7d7c367839aaf71a00a2c6a65";
    await shareWithDoctor(line, "--read", "labs");
    await line.run(["share", other, ...asPatient, "--read", "labs", "--until", "1d", "--yes", ...about]);
    line.services.grants.isLosing = true;
    const { out } = await line.run(["revoke", other, ...asPatient]);
    expect(out).toContain(`${doctor} did not get the new keys (Unexpected): share with them again.`);
  });
});
