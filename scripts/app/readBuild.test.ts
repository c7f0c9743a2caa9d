import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "#test/support/temporaryFolder.ts";
import { readBuild } from "./readBuild.ts";

test("a build is found under a folder that is named from here, as npm start names it", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "index.html"), "<title>Ownchart</title>");
  expect([...(await readBuild(relative(process.cwd(), folder))).keys()]).toEqual(["index.html"]);
});
