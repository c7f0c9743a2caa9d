import { type ChildProcess, spawn } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Change, changed, changesOf } from "./changesOf.ts";
import type { Mutant, OpenTests } from "./runMutants.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const room = "core/sealing";
/** A table of sentences, which a test holds to their form. */
const leftOut = new Set([`${room}/sealingErrorSentences.ts`]);

/** Sealing is broken everywhere, by every small change there is. */
export function sealingMutants(): Mutant[] {
  const files = globSync(`${room}/**/*.ts`, { cwd: root }).filter((file) => !file.endsWith(".test.ts"));
  return files
    .filter((file) => !leftOut.has(file))
    .toSorted()
    .flatMap((file) => mutantsOf(file, readFileSync(join(root, file), "utf8")));
}

function mutantsOf(file: string, text: string): Mutant[] {
  const seen = new Map<string, number>();
  return changesOf(text).map((change) => {
    const rule = ruleOf(text, change);
    const times = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, times);
    return { file, rule: times === 1 ? rule : `${rule} (${times})`, change: () => changed(text, change) };
  });
}

/** The lines in which something is changed, before and after: a name that survives changes elsewhere in the file. */
function ruleOf(text: string, change: Change): string {
  const start = text.lastIndexOf("\n", change.start - 1) + 1;
  const end = text.indexOf("\n", change.end);
  const before = text.slice(start, end);
  const after = changed(before, { ...change, start: change.start - start, end: change.end - start });
  return `${inOneLine(before)} → ${inOneLine(after)}`;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Vitest is started once for many mutants, and anew after one by which a test never ended: that was noticed too. */
export function openSealingTests(cwd: string): OpenTests {
  let lane: ChildProcess | undefined;
  const close = () => {
    // The whole group: a test that never ends runs in a process below.
    if (lane?.exitCode === null) process.kill(-lane.pid!, "SIGKILL");
    lane = undefined;
  };
  return {
    async redTest(file = "") {
      lane ??= await startLane(cwd);
      const answer = nextAnswer(lane, file === "" ? 5 * timeout : timeout);
      lane.send(file);
      const red = await answer;
      if (red === neverEnded) close();
      return red ?? undefined;
    },
    close,
  };
}

const timeout = 30_000;
const neverEnded = "a test that never ended";

/** Properties draw the same cases each time, so that a mutant that dies once dies always. */
async function startLane(cwd: string): Promise<ChildProcess> {
  const env = { ...process.env, OWNCHART_FUZZ_RUNS: "100", OWNCHART_FUZZ_SEED: "1" };
  const script = join(cwd, "scripts/mutants/sealingLane.ts");
  const stdio = ["ignore", "ignore", "ignore", "ipc"] as const;
  const lane = spawn("node", [script], { cwd, env, stdio: [...stdio], detached: true });
  if ((await nextAnswer(lane, timeout)) !== "ready") throw new Error("Vitest did not start.");
  return lane;
}

function nextAnswer(lane: ChildProcess, patience: number): Promise<string | null> {
  return new Promise((resolve) => {
    const answer = (red: string | null) => {
      clearTimeout(impatience);
      lane.removeAllListeners();
      resolve(red);
    };
    const impatience = setTimeout(() => answer(neverEnded), patience);
    lane.once("message", answer);
    lane.once("exit", () => answer(neverEnded));
  });
}
