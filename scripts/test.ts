/**
 * Runs every test, or those of the suites named on the command line, and ends with what failed and one line `N passed,
 * N failed`. What a suite prints goes straight to the terminal; its counts are read from its own summary.
 */
import { spawn } from "node:child_process";
import { type Counts, type Suite, suites } from "./test/suites.ts";
import { stripVTControlCharacters } from "node:util";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.some(({ group }) => group === name));
if (unknown.length > 0) {
  console.error(`There are no tests called ${unknown.join(", ")}; there are ${groups().join(", ")}.`);
  process.exit(1);
}

let [passed, failed] = [0, 0];
const remarks: string[] = [];
for (const suite of suites.filter(({ group }) => wanted.length === 0 || wanted.includes(group))) {
  console.log(`\n— ${suite.title}`);
  const first = await run(suite);
  const passedAgain = await passesAgain(suite, first);
  passed += first.passed + (passedAgain ? first.failed : 0);
  failed += passedAgain ? 0 : first.failed;
  remarks.push(...first.failures.map((name) => `${passedAgain ? "FAILED ONCE, then passed" : "FAILED"}: ${name}`));
}
console.log(`\n${[...remarks, `${passed} passed, ${failed} failed`].join("\n")}`);
process.exitCode = failed === 0 ? 0 : 1;

/** With whole stacks of processes machines get slow, and what runs out of time there alone has failed. It is told in the end. */
async function passesAgain(suite: Suite, { failures, failed: count }: Outcome): Promise<boolean> {
  const files = failures.map((failure) => /^test\/\S+/.exec(failure)?.[0]);
  if (count === 0 || files.length === 0 || files.includes(undefined)) return false;
  console.log(`\n— ${suite.title}: what failed, once more`);
  const again = await run({ ...suite, command: [...suite.command, ...new Set(files as string[])] });
  return again.failed === 0;
}

type Outcome = Counts & { failures: string[] };

async function run(suite: Suite): Promise<Outcome> {
  const { output, isGood } = await start(suite);
  const counts = suite.count(output);
  const failures = suite.failures(output);
  if (isGood && counts.passed === 0) return { passed: 0, failed: 1, failures: [`${suite.title}: not one test ran.`] };
  return { ...counts, failed: isGood ? counts.failed : Math.max(1, counts.failed), failures };
}

function start({ command, environment = {} }: Suite): Promise<{ output: string; isGood: boolean }> {
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
