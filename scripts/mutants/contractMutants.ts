import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { mutants } from "../../test/mutants/mutants.ts";
import type { Mutant, OpenTests } from "./runMutants.ts";

const run = promisify(execFile);

/** The contracts are broken from a written list: a rule, and how somebody could forget it. */
export const contractMutants: Mutant[] = mutants.map(({ file, rule, from, to }) => ({
  file,
  rule,
  change(text) {
    const pieces = text.split(from);
    if (pieces.length !== 2) throw new Error(`${file}: ${rule}: its text stands there ${pieces.length - 1} times.`);
    return pieces.join(to);
  },
}));

/** The quick tests first: most mutants die there. */
const suites = [
  ["test", "mocha", "--bail", "--no-compile"],
  ["test", "solidity"],
];

export function openContractTests(folder: string): OpenTests {
  return { redTest: () => redTest(folder), close() {} };
}

/** What does not compile would be no test of the tests. */
async function redTest(cwd: string): Promise<string | undefined> {
  const env = { ...process.env, OWNCHART_VIA_IR: "off" };
  await run("hardhat", ["build", "--quiet", "--no-tests"], { cwd, env });
  for (const args of suites) {
    const isGreen = await run("hardhat", args, { cwd, env, maxBuffer: 2 ** 28 }).then(
      () => true,
      () => false,
    );
    if (!isGreen) return args[1];
  }
  return undefined;
}
