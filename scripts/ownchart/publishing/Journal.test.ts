import { appendFileSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Hex } from "viem";
import { describe, expect, it } from "vitest";
import { person } from "#test/support/chartPeople.ts";
import { memoryServices } from "#test/support/memoryServices.ts";
import { temporaryFolder } from "#test/support/temporaryFolder.ts";
import { Journal } from "./Journal.ts";

const holder = person("patient", memoryServices());
const { address: subject } = holder;
const digest = new Uint8Array(32).fill(7);
const stored = { capsuleHash: `0x${"1".repeat(64)}`, keysetHash: `0x${"2".repeat(64)}` } as {
  [name in "capsuleHash" | "keysetHash"]: Hex;
};

function newFolder() {
  return join(temporaryFolder(), "published");
}

describe("the journal", () => {
  it("remembers under which capsule a content was stored, beyond the end of the program", async () => {
    const folder = newFolder();
    const journal = await Journal.open({ folder, holder, subject });
    expect(journal.find(digest)).toBeUndefined();
    await journal.note(digest, stored);
    const later = { ...stored, keysetHash: `0x${"3".repeat(64)}` as const };
    await journal.note(digest, later);
    const again = await Journal.open({ folder, holder, subject });
    expect([journal.find(digest), again.find(digest)]).toEqual([later, later]);
    await Promise.all([journal.close(), again.close()]);
  });

  it("knows nothing of another chart or another author", async () => {
    const folder = newFolder();
    const other = person("another", memoryServices());
    const first = await Journal.open({ folder, holder, subject });
    await first.note(digest, stored);
    const ofOthers = [
      await Journal.open({ folder, holder, subject: other.address }),
      await Journal.open({ folder, holder: other, subject }),
    ];
    expect(ofOthers.map((journal) => journal.find(digest))).toEqual([undefined, undefined]);
    await Promise.all([first, ...ofOthers].map((journal) => journal.close()));
  });

  it("passes over a line that was cut, and goes on behind it", async () => {
    const folder = newFolder();
    const first = await Journal.open({ folder, holder, subject });
    await first.close();
    appendFileSync(join(folder, readdirSync(folder)[0]!), "0123456789abcdef 0x12");
    const second = await Journal.open({ folder, holder, subject });
    await second.note(digest, stored);
    await second.close();
    const third = await Journal.open({ folder, holder, subject });
    expect(third.find(digest)).toEqual(stored);
    await third.close();
  });

  it("tells nobody whose chart it is, nor what was in it", async () => {
    const folder = newFolder();
    const journal = await Journal.open({ folder, holder, subject });
    await journal.note(digest, stored);
    await journal.close();
    const [name] = readdirSync(folder);
    const path = join(folder, name!);
    const text = `${name} ${readFileSync(path, "utf8")}`;
    expect(text).not.toContain(subject.slice(2));
    expect(text).not.toContain("07".repeat(8));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
