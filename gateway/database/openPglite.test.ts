import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emptyDatabaseImage } from "#test/support/emptyDatabase.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { openPglite } from "./openPglite.ts";
import { secrets } from "./schema.ts";

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "ownchart-pglite-"))));
afterEach(() => rm(folder, { recursive: true }));

const open = () => openPglite({ folder, schema: "ownchart_test" });

test("a database in a folder is made anew where making it was cut off, and is there again after it was closed", async () => {
  await mkdir(join(folder, "pglite.new"));
  await writeFile(join(folder, "pglite.new", "PG_VERSION"), "1");
  const first = await open();
  await first.database.insert(secrets).values({ name: "a", value: Uint8Array.of(1, 2) });
  await first.close();
  expect(await readdir(folder)).toEqual(["lock.sqlite", "pglite"]);
  const second = await open();
  expect((await second.database.select().from(secrets)).map(({ name }) => name)).toEqual(["a"]);
  await second.close();
});

test("a folder in which none can be made is free again", async () => {
  await writeFile(join(folder, "pglite"), "no folder");
  for (let time = 0; time < 2; time++) await expect(open()).rejects.not.toMatchObject({ name: "FolderInUse" });
});

test("bytes come back as they were, whatever they are a part of", async () => {
  const image = await emptyDatabaseImage();
  const { database, close } = await openPglite({ folder: undefined, schema: "ownchart_test", image });
  const bytes = fc.tuple(fc.uint8Array(), fc.nat(10)).map(([all, from]) => all.subarray(Math.min(from, all.length)));
  await fc.assert(
    fc.asyncProperty(bytes, async (value) => {
      await database.insert(secrets).values({ name: "it", value });
      const [row] = await database.delete(secrets).returning();
      expect(new Uint8Array(row!.value)).toEqual(new Uint8Array(value));
    }),
    { numRuns: fuzzRuns(50) },
  );
  await close();
});
