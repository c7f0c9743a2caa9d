/** Runs the behaviour tests with every line of the contracts watched, and fails where one was not reached. */
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";

const tests = spawnSync("hardhat", ["test", "mocha", "--coverage"], {
  env: { ...process.env, OWNCHART_VIA_IR: "off" },
  encoding: "utf8",
});
if (tests.status !== 0) {
  console.error(tests.stdout, tests.stderr);
  process.exit(1);
}

const report = await readFile(new URL("../coverage/lcov.info", import.meta.url), "utf8");
const contracts = report.split("end_of_record").flatMap((record) => {
  const file = /^SF:(.*)$/m.exec(record)?.[1];
  return file?.startsWith("contracts/") ? [{ file, record }] : [];
});
for (const { file, record } of contracts) {
  const lines = [...record.matchAll(/^DA:(\d+),(\d+)/gm)];
  const missed = lines.filter((line) => line[2] === "0").map((line) => line[1]);
  console.log(missed.length === 0 ? `all ${lines.length} lines of ${file}` : `MISSED in ${file}: ${missed.join(", ")}`);
  if (missed.length > 0 || lines.length === 0) process.exitCode = 1;
}
if (contracts.length === 0) process.exitCode = 1;
