export type Counts = { passed: number; failed: number };

export type Suite = {
  title: string;
  /** What `npm run test:<group>` runs together. */
  group: string;
  command: readonly [string, ...string[]];
  environment?: Record<string, string>;
  count(output: string): Counts;
  /** What failed, by name. */
  failures(output: string): string[];
};

/** Mocha and Hardhat's Solidity tests say `12 passing` and `1 failing`; a test file counts as its tests. */
function countPassing(output: string): Counts {
  return { passed: sum(output, /^\s*(\d+) passing/gm), failed: sum(output, /^\s*(\d+) failing/gm) };
}

function failuresOfMocha(output: string): string[] {
  return [...output.matchAll(/^\s+\d+\) (.+)/gm)].map((match) => match[1]!);
}

/** Vitest says ` FAIL  project  some/file.test.ts > what it does`. */
function failuresOfVitest(output: string): string[] {
  return [...new Set([...output.matchAll(/^ FAIL .*?(\S+\.test\.tsx?\b.*)$/gm)].map((match) => match[1]!))];
}

/** Vitest says `Tests  1 failed | 12 passed (13)`. */
function countVitest(output: string): Counts {
  const line = /^\s*Tests\s.*$/m.exec(output)?.[0] ?? "";
  return { passed: sum(line, /(\d+) passed/g), failed: sum(line, /(\d+) failed/g) };
}

function lines(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

function sum(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
}

export const suites: Suite[] = [
  {
    title: "Contracts: bindings",
    group: "contracts",
    command: ["node", "scripts/bindings.ts", "--check"],
    count: (output) => ({ passed: lines(output, /^up to date:/gm), failed: lines(output, /^STALE:/gm) }),
    failures: (output) => output.match(/^STALE:.*/gm) ?? [],
  },
  {
    title: "Contracts: fuzzing and invariants",
    group: "contracts",
    command: ["hardhat", "test", "solidity"],
    count: countPassing,
    failures: failuresOfMocha,
  },
  {
    title: "Contracts: behaviour",
    group: "contracts",
    command: ["hardhat", "test", "mocha"],
    count: countPassing,
    failures: failuresOfMocha,
  },
  {
    title: "Contracts: coverage",
    group: "contracts",
    command: ["node", "scripts/coverage.ts"],
    count: (output) => ({ passed: lines(output, /^all \d+ lines of/gm), failed: lines(output, /^MISSED in/gm) }),
    failures: (output) => output.match(/^MISSED in.*/gm) ?? [],
  },
  {
    title: "Units",
    group: "unit",
    command: ["vitest", "run", "--project", "unit"],
    count: countVitest,
    failures: failuresOfVitest,
  },
  {
    title: "Services",
    group: "services",
    command: ["vitest", "run", "--project", "services"],
    count: countVitest,
    failures: failuresOfVitest,
  },
  {
    title: "In the browser",
    group: "browser",
    command: ["vitest", "run", "--project", "browser", "--project", "screens", "--project", "pages"],
    count: countVitest,
    failures: failuresOfVitest,
  },
  {
    title: "The pages' speed", // measured by itself: whatever else runs would be measured too
    group: "browser",
    command: ["vitest", "run", "--project", "lighthouse"],
    count: countVitest,
    failures: failuresOfVitest,
  },
  {
    title: "The whole system",
    group: "system",
    command: ["vitest", "run", "--project", "system", "--maxWorkers", "3"], // they wait for each other's processes
    count: countVitest,
    failures: failuresOfVitest,
  },
];
