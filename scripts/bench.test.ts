import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it("refuses a topic that is not there in one sentence, before it measures anything", () => {
  const { status, stdout, stderr } = spawnSync("node", ["scripts/bench.ts", "no-such", "--browser"], {
    encoding: "utf8",
  });
  expect(stderr).toMatch(/^There is no topic called no-such; topics are: .*\.\n$/);
  expect(stdout).toBe("");
  expect(status).toBe(1);
});
