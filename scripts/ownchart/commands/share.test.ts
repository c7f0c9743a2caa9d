import { beforeEach, describe, expect, it } from "vitest";
import { type CommandLine, asDoctor, asPatient, doctor, patient, readyCommandLine } from "#test/support/commandLine.ts";

let line: CommandLine;
const args = ["share", doctor, ...asPatient, "--read", "labs", "--until", "30d"];
const about = ["--my-name", "Maya Chen", "--born", "1991-04-12"];

beforeEach(async () => {
  line = await readyCommandLine();
});

const share = (whom: string) =>
  line.run(["share", whom, ...asPatient, "--read", "all", "--until", "1d", "--yes", ...about]);

describe("share", () => {
  it("says in sentences what is given before it asks, and gives nothing unless somebody says yes", async () => {
    const { code, out, questions } = await line.run([...args, ...about, "--name", "Dr Okafor"], { answers: ["no"] });
    expect([code, questions]).toEqual([1, [`Share with ${doctor}? [y/N] `]]);
    expect(out).toContain("Dr Okafor may read your laboratory results until 14 February 2027.");
    expect(await line.services.chain.grantsOf(patient)).toEqual([]);
  });

  it("shares, and both sides see it", async () => {
    const shared = await line.run([...args, ...about, "--contribute", "encounters", "--yes", "--json"]);
    expect(shared.json).toMatchObject({
      grantee: doctor,
      read: ["labs"],
      contribute: ["encounters"],
      purpose: "treatment",
      history: "all",
      validUntil: expect.any(Number),
      sentences: expect.arrayContaining(["This includes everything from before."]),
      notRefreshed: [],
    });
    const given = (await line.run(["grants", ...asPatient, "--json"])).json.grants;
    expect(given).toEqual([
      {
        grantee: doctor,
        read: true,
        contribute: true,
        validFrom: expect.any(Number),
        validUntil: shared.json.validUntil,
        termsHash: expect.stringMatching(/^0x/),
        categories: { read: ["labs"], contribute: ["encounters"] },
      },
    ]);
    const had = (await line.run(["shared", ...asDoctor, "--json"])).json.charts;
    expect(had).toMatchObject([
      { subject: patient, read: true, contribute: true, about: { name: "Maya Chen", birthDate: "1991-04-12" } },
    ]);
    expect((await line.run(["grants", ...asPatient])).out).toContain("labs   encounters");
    expect((await line.run(["shared", ...asDoctor])).out).toContain(`Maya Chen,     ${patient}  read, add`);
  });

  it("counts at once, though the chain's clock lags behind", async () => {
    line.services.chain.now -= 60;
    const clock = { now: (1_800_000_000 + 60) * 1000 };
    expect(await line.run([...args, ...about, "--yes"], clock)).toMatchObject({ code: 0 });
    expect(await line.services.chain.grantsOf(patient)).toHaveLength(1);
  });

  it("asks whose chart it is, or takes it from the environment", async () => {
    const asked = await line.run(args, { answers: ["Maya Chen", "1991", "y"] });
    expect(asked).toMatchObject({ code: 0 });
    const environment = { OWNCHART_NAME: "Maya", OWNCHART_BIRTH_DATE: "1991-04" };
    expect(await line.run([...args, "--yes"], { environment })).toMatchObject({ code: 0 });
    expect((await line.run([...args, "--yes"])).err).toMatch(/^AboutMissing: /);
  });

  it.each([
    [["--until", "yesterday"], 2],
    [["--until", "2020-01-01"], 2],
    [["--until", "30d", "--read", "lab"], 2],
    [["--until", "30d"], 2],
    [["--read", "labs"], 2],
    [["--until", "30d", "--read", "labs", "--purpose", "treatmnt"], 2],
    [["--until", "30d", "--read", "labs", "--history", "some"], 2],
    [["--until", "30d", "--read", "labs", "--born", "12.4.1991"], 2],
  ])("refuses %j", async (more, code) => {
    const { err, ...refused } = await line.run(["share", doctor, ...asPatient, "--yes", ...dropTwice(more)]);
    expect([refused.code, err.split(":")[0]]).toEqual([code, "UsageWrong"]);
  });

  it("refuses oneself, and whoever has not joined", async () => {
    expect((await share(patient)).err).toMatch(/^OwnChart: |^TermsGranteeIsSubject: /);
    expect((await share(`0x${"2".repeat(40)}`)).err).toMatch(/^GranteeHasNoKey: /);
  });
});

/** Those that do not say whose chart it is get it, so that only one thing is wrong. */
function dropTwice(more: string[]): string[] {
  return more.includes("--born") ? [...more, "--my-name", "Maya"] : [...more, ...about];
}
