/**
 * Runs every test, or those of the suites named on the command line, and ends with one line `N passed, N failed`. What
 * a suite prints goes straight to the terminal; its counts are read from its own summary.
 */
import { spawn } from "node:child_process";
import { type Suite, suites } from "./test/suites.ts";
import { stripVTControlCharacters } from "node:util";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.some(({ group }) => group === name));
if (unknown.length > 0) {
  console.error(`There are no tests called ${unknown.join(", ")}; there are ${groups().join(", ")}.`);
  process.exit(1);
}

let [passed, failed] = [0, 0];
for (const suite of suites.filter(({ group }) => wanted.length === 0 || wanted.includes(group))) {
  console.log(`\n— ${suite.title}`);
  const { output, isGood } = await run(suite);
  const counts = suite.count(output);
  passed += counts.passed;
  failed += counts.failed;
  if (!isGood && counts.failed === 0) failed++;
  if (isGood && counts.passed === 0) {
    console.error(`${suite.title}: not one test ran.`);
    failed++;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function run({ command, environment = {} }: Suite): Promise<{ output: string; isGood: boolean }> {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      to.write(text);
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ output: stripVTControlCharacters(output), isGood: code === 0 }));
  });
}

function groups(): string[] {
  return [...new Set(suites.map(({ group }) => group))];
}
