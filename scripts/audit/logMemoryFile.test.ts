import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numberedAddress, numberedHash } from "#test/support/audit/sampleLogs.ts";
import { logMemoryFile } from "./logMemoryFile.ts";

const subject = numberedAddress(1);
const memory = { gateway: numberedAddress(2), count: 3, head: numberedHash(4) };
let folder: string;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "ownchart-memory-"))));
afterAll(() => rm(folder, { recursive: true }));

const fileNamed = (name: string) => logMemoryFile(join(folder, name), subject);

describe("what is remembered of a log", () => {
  it("is nothing at first, then what was written last, and nothing else lies around", async () => {
    expect(await fileNamed("new").read()).toBeUndefined();
    await fileNamed("new").write({ ...memory, count: 2 });
    await fileNamed("new").write(memory);
    expect(await fileNamed("new").read()).toEqual(memory);
    expect(await readdir(folder)).toEqual(["new"]);
  });

  it.each([
    ["of another subject", { ...memory, subject: numberedAddress(9) }, "remembers another subject's log"],
    ["without a count", { ...memory, subject, count: undefined }, "is none that remembers a log"],
    ["that is something else", [], "is none that remembers a log"],
  ])("%s is refused, not forgotten", async (_, content, sentence) => {
    await writeFile(join(folder, "wrong"), JSON.stringify(content));
    await expect(fileNamed("wrong").read()).rejects.toThrow(sentence);
  });

  it("is not forgotten either where it cannot be read", async () => {
    await expect(logMemoryFile(folder, subject).read()).rejects.toThrow("EISDIR");
  });
});
