import { randomBytes } from "node:crypto";
import { mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { problemOf } from "../problem.ts";
import type { Database, OpenDatabase } from "./Database.ts";
import { openDatabase } from "./openDatabase.ts";
import { secrets } from "./schema.ts";

/** A folder on a disk of some 200 MiB, such as a tmpfs. */
const disk = process.env.OWNCHART_SMALL_DISK;
const left = disk === undefined ? " (left out: no OWNCHART_SMALL_DISK)" : "";

function nameOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => "done",
    (error: unknown) => problemOf(error, () => {}).name,
  );
}

describe.skipIf(disk === undefined)(`a full disk${left}`, () => {
  let folder: string;
  let opened: OpenDatabase;

  beforeEach(async () => {
    folder = await mkdtemp(join(disk!, "full-"));
    opened = await openDatabase({ genesis: `0x${"5a".repeat(32)}`, folder });
  });
  afterEach(async () => {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function fill() {
    const { bavail, bsize } = await statfs(folder);
    await writeFile(join(folder, "fill"), new Uint8Array(bavail * bsize + 1)).catch(() => {});
  }
  const empty = () => rm(join(folder, "fill"));

  const put = async (name: string, database: Database = opened.database) => {
    const value = randomBytes(1900);
    const stored = database.insert(secrets).values({ name, value });
    await stored.onConflictDoUpdate({ target: secrets.name, set: { value } });
  };

  test.each<[string, (name: string) => Promise<unknown>]>([
    ["alone", (name) => put(name)],
    ["in transactions", (name) => opened.database.transaction((transaction) => put(name, transaction))],
  ])(
    "is named for what is written %s, and all goes on when there is room again",
    async (_, write) => {
      await put("kept");
      await fill();
      let answer = "done";
      for (let time = 0; time < 30_000 && answer === "done"; time++) answer = await nameOf(write("changing"));
      expect(answer).toBe("StorageUnreachable");
      for (const asked of [write("another"), opened.ping(), write("third")]) {
        expect(await nameOf(asked)).toBe("StorageUnreachable");
      }
      await empty();
      expect(await nameOf(write("after"))).toBe("done");
      for (const name of ["kept", "changing", "after"]) {
        expect(await opened.database.$count(secrets, eq(secrets.name, name))).toBe(1);
      }
    },
    300_000,
  );
});
