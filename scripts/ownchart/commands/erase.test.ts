import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { type CommandLine, asPatient, historyOf, readyCommandLine } from "#test/support/commandLine.ts";

let line: CommandLine;

beforeEach(async () => {
  line = await readyCommandLine();
});

describe("erase", () => {
  it("says what it cannot do, asks, and erases", async () => {
    writeFileSync(line.path("history.json"), historyOf(1));
    await line.run(["publish", line.path("history.json"), ...asPatient, "--yes"]);
    const refused = await line.run(["erase", "1", ...asPatient], { answers: ["n"] });
    expect(refused.out.replaceAll("\n", " ")).toContain("Whoever opened it before may have kept a copy");
    expect((await line.run(["list", ...asPatient, "--json"])).json.records).toHaveLength(2);

    const { json } = await line.run(["erase", "1", ...asPatient, "--yes", "--json"]);
    const after = (await line.run(["list", ...asPatient, "--json"])).json;
    expect(after.closed).toMatchObject([{ capsuleHash: json.erased.capsuleHash, refusal: "Missing" }]);
    const { out } = await line.run(["list", ...asPatient]);
    expect(out).toMatch(/cannot be shown\s+why\n\S+\s+Missing/);
    expect((await line.run(["read", json.erased.capsuleHash, ...asPatient])).err).toMatch(/^RecordGone: /);
    line.services.capsules.keepsDeleted = true;
    expect((await line.run(["erase", "1", ...asPatient, "--yes"])).err).toMatch(/^RecordNotErased: /);
  });
});
