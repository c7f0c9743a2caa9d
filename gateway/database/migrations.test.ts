import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { migrationsFolder } from "./migrationsFolder.ts";

test("the migrations lead to the tables of the schema", async () => {
  const copy = await mkdtemp(join(tmpdir(), "ownchart-migrations-"));
  await cp(migrationsFolder, copy, { recursive: true });
  const schema = join(migrationsFolder, "../schema.ts");
  const out = relative(process.cwd(), copy);
  const generating = ["generate", "--dialect", "postgresql", "--schema", schema, "--out", out];
  await promisify(execFile)("drizzle-kit", generating);
  expect(await readdir(copy)).toEqual(await readdir(migrationsFolder));
  await rm(copy, { recursive: true });
});
